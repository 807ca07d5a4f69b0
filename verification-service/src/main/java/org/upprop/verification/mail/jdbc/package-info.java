/** The queue of mails in PostgreSQL. */
@NullMarked
package org.upprop.verification.mail.jdbc;

import org.jspecify.annotations.NullMarked;
