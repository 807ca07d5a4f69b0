/** A reviewer lets on the list, or keeps off it, what its owner has confirmed and a rule holds back. */
@NullMarked
package org.upprop.verification.review;

import org.jspecify.annotations.NullMarked;
