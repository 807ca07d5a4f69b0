/** Tokens on their topic. */
@NullMarked
package org.upprop.access.messaging;

import org.jspecify.annotations.NullMarked;
