/** The entries of the public list, and what is still to be told of them. */
@NullMarked
package org.upprop.verification.list;

import org.jspecify.annotations.NullMarked;
