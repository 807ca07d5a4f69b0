/**
 * Gives the integration tests of a service a real Kafka and a real PostgreSQL, from containers or from processes, and the
 * other services as their answers.
 */
@NullMarked
package org.upprop.infrastructure.test;

import org.jspecify.annotations.NullMarked;
