/** The words of pages and mails, in the languages that there are. */
@NullMarked
package org.upprop.verification.language;

import org.jspecify.annotations.NullMarked;
