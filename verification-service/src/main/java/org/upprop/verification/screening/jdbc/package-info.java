/** Rules in PostgreSQL. */
@NullMarked
package org.upprop.verification.screening.jdbc;

import org.jspecify.annotations.NullMarked;
