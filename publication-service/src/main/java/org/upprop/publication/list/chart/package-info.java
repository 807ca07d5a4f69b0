/** How lists are drawn: shapes and their numbers, in no language. */
@NullMarked
package org.upprop.publication.list.chart;

import org.jspecify.annotations.NullMarked;
