package org.upprop.monitor.ledger.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.monitor.ledger.Balance;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
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
        @Nullable Balance balance) implements Page {

    @Override
    public Optional<String> head() {
        return Optional.of("ledgerHead.jte");
    }
}
