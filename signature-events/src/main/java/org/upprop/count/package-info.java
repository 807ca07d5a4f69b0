/** How many have signed, as everybody may know it. Pure: no Spring, no Kafka. */
@NullMarked
package org.upprop.count;

import org.jspecify.annotations.NullMarked;
