/** The brakes, as operators put them on and take them off. */
@NullMarked
package org.upprop.monitor.brake;

import org.jspecify.annotations.NullMarked;
