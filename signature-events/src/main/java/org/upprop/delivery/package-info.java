/** What may go wrong with a record, and what then happens to it. Pure: no Spring, no Kafka. */
@NullMarked
package org.upprop.delivery;

import org.jspecify.annotations.NullMarked;
