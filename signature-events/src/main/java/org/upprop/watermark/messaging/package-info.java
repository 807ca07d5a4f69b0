/** Watermarks as Kafka records. */
@NullMarked
package org.upprop.watermark.messaging;

import org.jspecify.annotations.NullMarked;
