/** Appeals as Kafka records, and the book that every service keeps of them. */
@NullMarked
package org.upprop.appeal.messaging;

import org.jspecify.annotations.NullMarked;
