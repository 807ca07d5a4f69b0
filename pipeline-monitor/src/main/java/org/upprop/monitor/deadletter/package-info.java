/** The records that were set aside: which there are, and how they come back or are given up. */
@NullMarked
package org.upprop.monitor.deadletter;

import org.jspecify.annotations.NullMarked;
