/** Appeals on their topic. */
@NullMarked
package org.upprop.intake.appeal.messaging;

import org.jspecify.annotations.NullMarked;
