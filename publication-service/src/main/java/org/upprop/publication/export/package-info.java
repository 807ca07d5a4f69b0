/** Whole lists, row by row as the database copies them out. */
@NullMarked
package org.upprop.publication.export;

import org.jspecify.annotations.NullMarked;
