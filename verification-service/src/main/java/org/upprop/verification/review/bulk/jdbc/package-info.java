/** Decisions about many in PostgreSQL. */
@NullMarked
package org.upprop.verification.review.bulk.jdbc;

import org.jspecify.annotations.NullMarked;
