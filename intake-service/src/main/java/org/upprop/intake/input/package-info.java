/** What somebody typed, checked as a whole: every mistake is found at once, each with its pointer. */
@NullMarked
package org.upprop.intake.input;

import org.jspecify.annotations.NullMarked;
