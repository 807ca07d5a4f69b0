/** Comments in PostgreSQL. */
@NullMarked
package org.upprop.verification.comment.jdbc;

import org.jspecify.annotations.NullMarked;
