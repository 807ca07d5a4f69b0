/** The requests for links, in PostgreSQL. */
@NullMarked
package org.upprop.verification.recovery.jdbc;

import org.jspecify.annotations.NullMarked;
