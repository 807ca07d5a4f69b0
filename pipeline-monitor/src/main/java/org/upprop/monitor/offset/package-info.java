/** How far the stages have read, and how they are set back. */
@NullMarked
package org.upprop.monitor.offset;

import org.jspecify.annotations.NullMarked;
