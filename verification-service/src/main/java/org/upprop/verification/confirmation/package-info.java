/** The owner of an address decides about a signature, and may take it back. */
@NullMarked
package org.upprop.verification.confirmation;

import org.jspecify.annotations.NullMarked;
