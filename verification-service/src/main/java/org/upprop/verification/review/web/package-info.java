/** Reviews as JSON, for whoever holds the reviewer's token. */
@NullMarked
package org.upprop.verification.review.web;

import org.jspecify.annotations.NullMarked;
