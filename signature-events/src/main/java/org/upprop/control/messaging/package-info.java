/** Brakes on their topic. */
@NullMarked
package org.upprop.control.messaging;

import org.jspecify.annotations.NullMarked;
