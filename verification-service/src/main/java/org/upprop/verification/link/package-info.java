/** The links in mails: whoever holds one owns the address. */
@NullMarked
package org.upprop.verification.link;

import org.jspecify.annotations.NullMarked;
