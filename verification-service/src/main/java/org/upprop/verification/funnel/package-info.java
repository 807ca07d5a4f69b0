/** How many signatures came how far on their way to the list. */
@NullMarked
package org.upprop.verification.funnel;

import org.jspecify.annotations.NullMarked;
