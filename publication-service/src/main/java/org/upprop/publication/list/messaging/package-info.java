/** How verified events reach the list. */
@NullMarked
package org.upprop.publication.list.messaging;

import org.jspecify.annotations.NullMarked;
