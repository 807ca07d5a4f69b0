/** What a link leads to, in PostgreSQL. */
@NullMarked
package org.upprop.verification.confirmation.jdbc;

import org.jspecify.annotations.NullMarked;
