/** Brakes on the broker. */
@NullMarked
package org.upprop.monitor.brake.messaging;

import org.jspecify.annotations.NullMarked;
