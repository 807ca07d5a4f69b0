/** What readers see of appeals. */
@NullMarked
package org.upprop.intake.site;

import org.jspecify.annotations.NullMarked;
