/** Reports in PostgreSQL. */
@NullMarked
package org.upprop.verification.report.jdbc;

import org.jspecify.annotations.NullMarked;
