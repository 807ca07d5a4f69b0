/** Who may do what, and how they prove who they are. */
@NullMarked
package org.upprop.access;

import org.jspecify.annotations.NullMarked;
