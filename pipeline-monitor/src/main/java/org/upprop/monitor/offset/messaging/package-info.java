/** How far the stages have read, on the broker. */
@NullMarked
package org.upprop.monitor.offset.messaging;

import org.jspecify.annotations.NullMarked;
