/** What all pages and answers have in common: their frame, headers, limits and errors. */
@NullMarked
package org.upprop.verification.page;

import org.jspecify.annotations.NullMarked;
