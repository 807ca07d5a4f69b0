/** What a signatory's browser may ask about a submission. */
@NullMarked
package org.upprop.verification.submission.web;

import org.jspecify.annotations.NullMarked;
