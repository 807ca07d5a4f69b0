/** Numbers that the services show to whoever operates them. */
@NullMarked
package org.upprop.metrics;

import org.jspecify.annotations.NullMarked;
