/** Signature events as Kafka records. */
@NullMarked
package org.upprop.signature.messaging;

import org.jspecify.annotations.NullMarked;
