/** Texts that people type: the rules that they share, each with a stable code. Pure: no Spring, no Kafka. */
@NullMarked
package org.upprop.text;

import org.jspecify.annotations.NullMarked;
