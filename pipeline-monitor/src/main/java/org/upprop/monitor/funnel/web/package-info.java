/** The funnel over HTTP. */
@NullMarked
package org.upprop.monitor.funnel.web;

import org.jspecify.annotations.NullMarked;
