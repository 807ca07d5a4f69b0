/** Copies of an appeal and its list that need no service behind them. */
@NullMarked
package org.upprop.local.archive;

import org.jspecify.annotations.NullMarked;
