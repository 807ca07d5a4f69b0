/** The connections to the database: who writes, who reads and who rebuilds do not take them from one another. */
@NullMarked
package org.upprop.publication.database;

import org.jspecify.annotations.NullMarked;
