/** Who may look and who may act. */
@NullMarked
package org.upprop.monitor.access;

import org.jspecify.annotations.NullMarked;
