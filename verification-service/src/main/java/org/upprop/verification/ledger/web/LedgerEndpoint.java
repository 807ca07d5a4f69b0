package org.upprop.verification.ledger.web;

import java.util.Map;
import java.util.SortedMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import org.upprop.verification.ledger.Ledger;
import org.upprop.verification.ledger.Sheet;

/** The ledger where the metrics are, {@code /actuator/ledger}: it is for operators, since it counts over all appeals. */
@Component
@Endpoint(id = "ledger")
class LedgerEndpoint {

    private final Ledger ledger;

    LedgerEndpoint(Ledger ledger) {
        this.ledger = ledger;
    }

    @ReadOperation
    LedgerJson ledger() {
        return LedgerJson.of(ledger.sheet());
    }

    /** Its fields are those of {@link Sheet}. */
    record LedgerJson(
            long read,
            long firstSeen,
            long repeated,
            long passedOver,
            long setAside,
            long lostRecords,
            SortedMap<String, Long> states,
            long forgotten,
            long lostSubmissions,
            Map<String, SortedMap<Integer, Long>> next) {

        static LedgerJson of(Sheet sheet) {
            return new LedgerJson(
                    sheet.read(),
                    sheet.firstSeen(),
                    sheet.repeated(),
                    sheet.passedOver(),
                    sheet.setAside(),
                    sheet.lostRecords(),
                    sheet.states(),
                    sheet.forgotten(),
                    sheet.lostSubmissions(),
                    sheet.next());
        }
    }
}
