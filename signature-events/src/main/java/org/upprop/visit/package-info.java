/** Where visits come from, as far as limits need to know it. */
@NullMarked
package org.upprop.visit;

import org.jspecify.annotations.NullMarked;
