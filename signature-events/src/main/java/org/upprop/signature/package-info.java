/** What a signature is: its values, and the events that carry it from stage to stage. Pure: no Spring, no Kafka. */
@NullMarked
package org.upprop.signature;

import org.jspecify.annotations.NullMarked;
