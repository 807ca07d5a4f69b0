/** What every answer of this service keeps to: problem details, limits, security headers. */
@NullMarked
package org.upprop.intake.web;

import org.jspecify.annotations.NullMarked;
