/** Looks at the broker. */
@NullMarked
package org.upprop.monitor.flow.messaging;

import org.jspecify.annotations.NullMarked;
