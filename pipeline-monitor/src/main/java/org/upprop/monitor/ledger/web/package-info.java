/** The ledger over HTTP. */
@NullMarked
package org.upprop.monitor.ledger.web;

import org.jspecify.annotations.NullMarked;
