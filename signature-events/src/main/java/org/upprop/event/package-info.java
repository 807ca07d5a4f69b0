/** How events travel: topics, headers and JSON. Pure: no Spring, no Kafka. */
@NullMarked
package org.upprop.event;

import org.jspecify.annotations.NullMarked;
