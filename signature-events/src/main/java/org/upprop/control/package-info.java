/** The brakes that operators put on while everything runs. */
@NullMarked
package org.upprop.control;

import org.jspecify.annotations.NullMarked;
