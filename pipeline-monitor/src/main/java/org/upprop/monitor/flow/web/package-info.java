/** The flow over HTTP. */
@NullMarked
package org.upprop.monitor.flow.web;

import org.jspecify.annotations.NullMarked;
