/** Submissions on their topic. */
@NullMarked
package org.upprop.intake.signature.messaging;

import org.jspecify.annotations.NullMarked;
