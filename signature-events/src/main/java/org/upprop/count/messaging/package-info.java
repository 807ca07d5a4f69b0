/** Counts as Kafka records, and the book that a service keeps of them. */
@NullMarked
package org.upprop.count.messaging;

import org.jspecify.annotations.NullMarked;
