/** Entries and the relay's lease in PostgreSQL. */
@NullMarked
package org.upprop.verification.list.jdbc;

import org.jspecify.annotations.NullMarked;
