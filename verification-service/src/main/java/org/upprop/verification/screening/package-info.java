/** What lets a signature wait for a reviewer, by rules that reviewers make. Nobody who signs is told. */
@NullMarked
package org.upprop.verification.screening;

import org.jspecify.annotations.NullMarked;
