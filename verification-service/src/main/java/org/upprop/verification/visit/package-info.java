/** How often one place may come, kept in memory alone. */
@NullMarked
package org.upprop.verification.visit;

import org.jspecify.annotations.NullMarked;
