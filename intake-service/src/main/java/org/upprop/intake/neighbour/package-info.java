/** The other services, where a page shows a fact of theirs. Nothing that is signed or served waits for one. */
@NullMarked
package org.upprop.intake.neighbour;

import org.jspecify.annotations.NullMarked;
