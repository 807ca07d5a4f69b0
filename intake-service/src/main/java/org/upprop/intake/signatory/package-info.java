/** The names that an organiser wants to stand beside the appeal. */
@NullMarked
package org.upprop.intake.signatory;

import org.jspecify.annotations.NullMarked;
