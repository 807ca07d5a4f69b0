package org.upprop.monitor.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.upprop.event.Topics;
import org.upprop.monitor.flow.PartitionFlow;
import org.upprop.monitor.flow.PartitionId;
import org.upprop.monitor.flow.Rates;
import org.upprop.monitor.flow.Verdict;

class BalanceTests {

    private static final Instant NOW = Instant.parse("2022-01-12T10:00:00Z");

    @Test
    void isInFlightUntilItIsCounted() {
        Balance balance = Balance.of(NOW, sheet(0, 0), List.of(partition(0, 0, 12), partition(1, 3, 7)));

        assertThat(balance.inFlight()).isEqualTo(2 + 4);
        assertThat(balance.lost()).isZero();
    }

    @Test
    void isNotInFlightWhereATransactionEnds() {
        PartitionFlow redriven = partition(Topics.redriveOf(Topics.SUBMITTED), 0, 0, 12);

        assertThat(Balance.of(NOW, sheet(0, 0), List.of(redriven)).inFlight()).isZero();
    }

    @Test
    void isNeverFewerThanNothingInFlight() {
        assertThat(Balance.of(NOW, sheet(0, 0), List.of(partition(0, 0, 8))).inFlight())
                .isZero();
    }

    @Test
    void tellsALossWhicheverWayAndNeverEvensOutTwo() {
        assertThat(Balance.of(NOW, sheet(2, -2), List.of()).lost()).isEqualTo(4);
    }

    private static Sheet sheet(long lostRecords, long lostSubmissions) {
        return new Sheet(
                10,
                10,
                0,
                0,
                0,
                lostRecords,
                new TreeMap<>(),
                0,
                lostSubmissions,
                Map.of(Topics.SUBMITTED, new TreeMap<>(Map.of(0, 10L))));
    }

    private static PartitionFlow partition(int number, long first, long end) {
        return partition(Topics.SUBMITTED, number, first, end);
    }

    /** Read to its end. */
    private static PartitionFlow partition(String topic, int number, long first, long end) {
        return new PartitionFlow(
                new PartitionId(topic, number),
                first,
                end,
                end,
                new Rates(0, 0, 0, Duration.ZERO),
                null,
                0,
                Verdict.OK,
                null,
                "a");
    }
}
