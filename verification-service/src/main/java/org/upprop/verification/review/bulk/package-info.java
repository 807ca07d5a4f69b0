/** One decision about all that a criterion finds. */
@NullMarked
package org.upprop.verification.review.bulk;

import org.jspecify.annotations.NullMarked;
