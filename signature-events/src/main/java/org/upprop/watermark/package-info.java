/** How far the list was told. Pure: no Spring, no Kafka. */
@NullMarked
package org.upprop.watermark;

import org.jspecify.annotations.NullMarked;
