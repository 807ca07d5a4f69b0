/** What waits for a reviewer, in PostgreSQL. */
@NullMarked
package org.upprop.verification.review.jdbc;

import org.jspecify.annotations.NullMarked;
