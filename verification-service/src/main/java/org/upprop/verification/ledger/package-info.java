/** What became of every record that was read. */
@NullMarked
package org.upprop.verification.ledger;

import org.jspecify.annotations.NullMarked;
