/** Reads the topic of verified entries as a whole. */
@NullMarked
package org.upprop.publication.rebuild.messaging;

import org.jspecify.annotations.NullMarked;
