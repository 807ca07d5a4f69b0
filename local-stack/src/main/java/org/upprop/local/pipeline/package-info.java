/** What flows between the services, as the monitor tells it, in a terminal. */
@NullMarked
package org.upprop.local.pipeline;

import org.jspecify.annotations.NullMarked;
