/** The brakes that operators put on, as they arrive from the monitor. */
@NullMarked
package org.upprop.verification.control.messaging;

import org.jspecify.annotations.NullMarked;
