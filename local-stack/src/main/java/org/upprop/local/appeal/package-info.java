/** An appeal as files in a folder, and its way to the intake service. */
@NullMarked
package org.upprop.local.appeal;

import org.jspecify.annotations.NullMarked;
