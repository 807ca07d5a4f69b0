/** Builds the list anew from its topic, beside the one that is read meanwhile. */
@NullMarked
package org.upprop.publication.rebuild;

import org.jspecify.annotations.NullMarked;
