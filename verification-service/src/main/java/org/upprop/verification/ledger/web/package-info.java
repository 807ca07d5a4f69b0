/** The ledger for operators. */
@NullMarked
package org.upprop.verification.ledger.web;

import org.jspecify.annotations.NullMarked;
