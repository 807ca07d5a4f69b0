/** The queue of mails, as everybody may know it and as operators do. */
@NullMarked
package org.upprop.verification.mail.web;

import org.jspecify.annotations.NullMarked;
