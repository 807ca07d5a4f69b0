/** The pipeline as operators see it. */
@NullMarked
package org.upprop.monitor;

import org.jspecify.annotations.NullMarked;
