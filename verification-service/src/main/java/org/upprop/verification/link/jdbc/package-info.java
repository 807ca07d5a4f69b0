/** Links in PostgreSQL, as hashes. */
@NullMarked
package org.upprop.verification.link.jdbc;

import org.jspecify.annotations.NullMarked;
