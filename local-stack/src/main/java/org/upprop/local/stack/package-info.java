/** The broker, the database server, the mailbox and the services as one thing that starts, is watched over and stops. */
@NullMarked
package org.upprop.local.stack;

import org.jspecify.annotations.NullMarked;
