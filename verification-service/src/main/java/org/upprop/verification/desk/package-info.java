/** How the pages look on which people other than signatories work. */
@NullMarked
package org.upprop.verification.desk;

import org.jspecify.annotations.NullMarked;
