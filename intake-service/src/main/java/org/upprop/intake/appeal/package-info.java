/** Appeals as their organisers write them. */
@NullMarked
package org.upprop.intake.appeal;

import org.jspecify.annotations.NullMarked;
