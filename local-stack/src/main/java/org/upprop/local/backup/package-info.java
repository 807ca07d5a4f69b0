/** Backups of the database that the topics cannot tell again. */
@NullMarked
package org.upprop.local.backup;

import org.jspecify.annotations.NullMarked;
