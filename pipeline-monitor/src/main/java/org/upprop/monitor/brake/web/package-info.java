/** The brakes over HTTP. */
@NullMarked
package org.upprop.monitor.brake.web;

import org.jspecify.annotations.NullMarked;
