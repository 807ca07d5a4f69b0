/** The queue of mails, as verification-service tells it. */
@NullMarked
package org.upprop.intake.mail.web;

import org.jspecify.annotations.NullMarked;
