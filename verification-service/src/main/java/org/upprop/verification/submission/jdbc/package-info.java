/** Submissions in PostgreSQL. */
@NullMarked
package org.upprop.verification.submission.jdbc;

import org.jspecify.annotations.NullMarked;
