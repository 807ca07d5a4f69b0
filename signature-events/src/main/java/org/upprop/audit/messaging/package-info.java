/** What people did, on its topic. */
@NullMarked
package org.upprop.audit.messaging;

import org.jspecify.annotations.NullMarked;
