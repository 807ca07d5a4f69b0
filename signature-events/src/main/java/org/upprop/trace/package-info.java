/** Traces of what passes through the services: off unless somebody says where they go, and naming nobody. */
@NullMarked
package org.upprop.trace;

import org.jspecify.annotations.NullMarked;
