/** The picture that other sites show with a link to an appeal. */
@NullMarked
package org.upprop.intake.picture;

import org.jspecify.annotations.NullMarked;
