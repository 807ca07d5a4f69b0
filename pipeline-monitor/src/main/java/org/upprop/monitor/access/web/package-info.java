/** Who may look and who may act, over HTTP. */
@NullMarked
package org.upprop.monitor.access.web;

import org.jspecify.annotations.NullMarked;
