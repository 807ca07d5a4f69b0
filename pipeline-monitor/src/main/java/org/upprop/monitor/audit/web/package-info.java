/** What people did, over HTTP. */
@NullMarked
package org.upprop.monitor.audit.web;

import org.jspecify.annotations.NullMarked;
