/** The post office of the local stack: takes every mail that the services send, keeps it and shows it. */
@NullMarked
package org.upprop.local.mailbox;

import org.jspecify.annotations.NullMarked;
