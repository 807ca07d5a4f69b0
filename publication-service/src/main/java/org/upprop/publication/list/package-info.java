/** The public list: who is on it, in which order, and how many. */
@NullMarked
package org.upprop.publication.list;

import org.jspecify.annotations.NullMarked;
