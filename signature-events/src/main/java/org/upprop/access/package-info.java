/** How those who look after appeals prove who they are. */
@NullMarked
package org.upprop.access;

import org.jspecify.annotations.NullMarked;
