/** What flows from stage to stage, and how far each is behind. */
@NullMarked
package org.upprop.monitor.flow;

import org.jspecify.annotations.NullMarked;
