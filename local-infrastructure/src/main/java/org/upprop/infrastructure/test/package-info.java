/** Gives the integration tests of a service a real Kafka and a real PostgreSQL, from containers or from processes. */
@NullMarked
package org.upprop.infrastructure.test;

import org.jspecify.annotations.NullMarked;
