/** The mails that are owed, and how they get out. */
@NullMarked
package org.upprop.verification.mail;

import org.jspecify.annotations.NullMarked;
