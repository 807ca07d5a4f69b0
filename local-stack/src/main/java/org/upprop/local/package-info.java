/** Upprop on one machine without Docker: the commands behind the script {@code upprop}. */
@NullMarked
package org.upprop.local;

import org.jspecify.annotations.NullMarked;
