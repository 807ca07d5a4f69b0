/** A campaign peak of made-up signatories, and an exact ledger of what became of each of them. */
@NullMarked
package org.upprop.local.load;

import org.jspecify.annotations.NullMarked;
