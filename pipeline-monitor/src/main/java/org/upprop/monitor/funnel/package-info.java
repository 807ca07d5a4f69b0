/** How many signatures came how far on their way to the list, and the mails on which they wait. */
@NullMarked
package org.upprop.monitor.funnel;

import org.jspecify.annotations.NullMarked;
