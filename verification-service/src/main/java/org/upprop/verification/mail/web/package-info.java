/** The queue of mails, as everybody may know it. */
@NullMarked
package org.upprop.verification.mail.web;

import org.jspecify.annotations.NullMarked;
