/** The topics that tell a restored database what happened since. */
@NullMarked
package org.upprop.verification.restoration.messaging;

import org.jspecify.annotations.NullMarked;
