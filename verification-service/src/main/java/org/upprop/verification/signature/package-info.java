/** What a signature goes through and what it shows: pure functions, which every other package asks. */
@NullMarked
package org.upprop.verification.signature;

import org.jspecify.annotations.NullMarked;
