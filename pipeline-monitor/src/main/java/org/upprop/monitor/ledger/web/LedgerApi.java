package org.upprop.monitor.ledger.web;

import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.monitor.ledger.Balance;
import org.upprop.monitor.ledger.LedgerWatch;
import org.upprop.monitor.ledger.Sheet;
import org.upprop.monitor.web.Problems;

/** The ledger as JSON. */
@RestController
class LedgerApi {

    private final LedgerWatch watch;

    LedgerApi(LedgerWatch watch) {
        this.watch = watch;
    }

    @GetMapping(path = "/api/v1/ledger", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<LedgerJson> ledger(Holder who) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(watch.balance()
                        .map(LedgerJson::of)
                        .orElseThrow(() -> Problems.later("Verification does not tell it now.")));
    }

    /**
     * @param lost must be 0
     * @param inFlight records that are on the topics and not in the ledger yet
     */
    record LedgerJson(Instant asOf, long lost, long inFlight, Sheet ledger) {

        static LedgerJson of(Balance balance) {
            return new LedgerJson(balance.asOf(), balance.lost(), balance.inFlight(), balance.sheet());
        }
    }
}
