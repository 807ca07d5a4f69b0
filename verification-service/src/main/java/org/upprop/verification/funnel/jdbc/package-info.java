/** The funnel in the database. */
@NullMarked
package org.upprop.verification.funnel.jdbc;

import org.jspecify.annotations.NullMarked;
