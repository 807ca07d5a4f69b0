package org.upprop.monitor.ledger.web;

import org.jspecify.annotations.Nullable;
import org.upprop.monitor.ledger.Balance;
import org.upprop.monitor.web.MonitorPage;
import org.upprop.page.web.Frame;
import org.upprop.site.Words;

/**
 * What the page of the ledger shows.
 *
 * @param stylesheet the address of what the monitor's pages look like
 * @param balance nothing while verification does not answer
 */
public record LedgerView(
        Frame frame,
        Words words,
        String stylesheet,
        @Nullable Balance balance) implements MonitorPage {}
