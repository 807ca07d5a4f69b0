/** Owners who have lost their links get them again, by mail and never on a page. */
@NullMarked
package org.upprop.verification.recovery;

import org.jspecify.annotations.NullMarked;
