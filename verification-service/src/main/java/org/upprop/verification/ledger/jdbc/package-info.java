/** The ledger in the database. */
@NullMarked
package org.upprop.verification.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
