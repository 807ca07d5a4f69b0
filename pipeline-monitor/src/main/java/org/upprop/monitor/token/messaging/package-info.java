/** Tokens on the broker. */
@NullMarked
package org.upprop.monitor.token.messaging;

import org.jspecify.annotations.NullMarked;
