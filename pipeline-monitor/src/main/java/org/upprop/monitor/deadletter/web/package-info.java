/** Dead letters over HTTP. */
@NullMarked
package org.upprop.monitor.deadletter.web;

import org.jspecify.annotations.NullMarked;
