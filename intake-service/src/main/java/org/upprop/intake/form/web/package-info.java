/** The form over HTTP. */
@NullMarked
package org.upprop.intake.form.web;

import org.jspecify.annotations.NullMarked;
