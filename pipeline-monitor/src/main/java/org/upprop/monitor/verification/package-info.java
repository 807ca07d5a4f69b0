/** What verification tells those who run it. */
@NullMarked
package org.upprop.monitor.verification;

import org.jspecify.annotations.NullMarked;
