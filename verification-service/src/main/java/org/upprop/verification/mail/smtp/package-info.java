/** Mails over SMTP. */
@NullMarked
package org.upprop.verification.mail.smtp;

import org.jspecify.annotations.NullMarked;
