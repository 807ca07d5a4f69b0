/** Signatures that arrived and that nobody has decided yet. */
@NullMarked
package org.upprop.verification.submission;

import org.jspecify.annotations.NullMarked;
