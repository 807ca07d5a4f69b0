/** What people did, on the broker. */
@NullMarked
package org.upprop.monitor.audit.messaging;

import org.jspecify.annotations.NullMarked;
