/** Setting stages back, over HTTP. */
@NullMarked
package org.upprop.monitor.offset.web;

import org.jspecify.annotations.NullMarked;
