/** The form that people sign with: what a browser sends, and what is made of it before a signature is taken. */
@NullMarked
package org.upprop.intake.form;

import org.jspecify.annotations.NullMarked;
