/** What was restored, in the database. */
@NullMarked
package org.upprop.verification.restoration.jdbc;

import org.jspecify.annotations.NullMarked;
