/** How many have signed, as the pages show it. */
@NullMarked
package org.upprop.intake.count;

import org.jspecify.annotations.NullMarked;
