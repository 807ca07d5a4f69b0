/** Reports over HTTP. */
@NullMarked
package org.upprop.verification.report.web;

import org.jspecify.annotations.NullMarked;
