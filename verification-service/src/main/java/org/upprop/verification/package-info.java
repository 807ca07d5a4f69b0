/** Finds out by e-mail whether signatures are genuine, and publishes what their owners release. */
@NullMarked
package org.upprop.verification;

import org.jspecify.annotations.NullMarked;
