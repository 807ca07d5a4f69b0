/** Limits on visitors who are no people: who may sign at once, and what is asked of everybody else. */
@NullMarked
package org.upprop.intake.admission;

import org.jspecify.annotations.NullMarked;
