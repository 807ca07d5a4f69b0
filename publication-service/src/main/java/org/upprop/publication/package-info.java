/** Keeps and serves the public list of signatories. */
@NullMarked
package org.upprop.publication;

import org.jspecify.annotations.NullMarked;
