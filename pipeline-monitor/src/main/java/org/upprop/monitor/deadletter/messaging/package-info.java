/** Dead letters on Kafka: where they lie, and where those go that come back. */
@NullMarked
package org.upprop.monitor.deadletter.messaging;

import org.jspecify.annotations.NullMarked;
