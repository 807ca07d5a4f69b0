/** A Kafka broker and a PostgreSQL server as processes of this machine. */
@NullMarked
package org.upprop.infrastructure;

import org.jspecify.annotations.NullMarked;
