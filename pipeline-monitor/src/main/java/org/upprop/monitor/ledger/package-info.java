/** What became of every record, over topics and databases. */
@NullMarked
package org.upprop.monitor.ledger;

import org.jspecify.annotations.NullMarked;
