/** The brakes that operators put on, as they arrive from the monitor. */
@NullMarked
package org.upprop.intake.control.messaging;

import org.jspecify.annotations.NullMarked;
