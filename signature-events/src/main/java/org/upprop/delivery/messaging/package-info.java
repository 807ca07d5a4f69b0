/** The delivery rules that every consumer shares: decode, set aside, wait, go on. */
@NullMarked
package org.upprop.delivery.messaging;

import org.jspecify.annotations.NullMarked;
