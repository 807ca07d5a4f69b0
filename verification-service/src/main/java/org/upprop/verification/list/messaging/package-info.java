/** Tells the list through Kafka what changed. */
@NullMarked
package org.upprop.verification.list.messaging;

import org.jspecify.annotations.NullMarked;
