/** Counts as they arrive from the list. */
@NullMarked
package org.upprop.intake.count.messaging;

import org.jspecify.annotations.NullMarked;
