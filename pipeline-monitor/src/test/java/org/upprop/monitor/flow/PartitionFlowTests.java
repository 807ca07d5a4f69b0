package org.upprop.monitor.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.event.Topics;
import org.upprop.monitor.flow.PartitionFlow.Look;
import org.upprop.monitor.flow.PartitionFlow.Reason;

class PartitionFlowTests {

    private static final PartitionId ID = new PartitionId(Topics.SUBMITTED, 0);
    private static final Instant NOW = Instant.parse("2022-01-12T10:00:00Z");
    private static final Duration WINDOW = Duration.ofSeconds(8);
    private static final Duration KEPT = Duration.ofDays(7);

    @Test
    void isWellWhileNothingIsUnread() {
        assertThat(flow(look(0, 50, 50), look(8, 50, 50)).reason()).isNull();
        assertThat(flow(look(0, 50, 50), look(8, 90, 90)).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void isWellWhileItCatchesUp() {
        assertThat(flow(look(0, 10, 100), look(8, 60, 120)).verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void isWellWhereItHadReadAllAMomentAgo() {
        assertThat(flow(look(0, 10, 100), look(4, 100, 100), look(8, 100, 200)).verdict())
                .isEqualTo(Verdict.OK);
    }

    @Test
    void isSlowWhereItReadsAndFallsBehind() {
        PartitionFlow flow = flow(look(0, 10, 100), look(8, 50, 220));

        assertThat(flow.verdict()).isEqualTo(Verdict.SLOW);
        assertThat(flow.reason()).isEqualTo(Reason.FALLS_BEHIND);
        assertThat(flow.rates().drain()).isNull();
    }

    @Test
    void isStalledWhereNothingMovesForTheWholeWindow() {
        assertThat(flow(look(0, 10, 100), look(7, 10, 100)).verdict()).isEqualTo(Verdict.OK);
        assertThat(flow(look(0, 10, 100), look(8, 10, 100)).reason()).isEqualTo(Reason.NO_PROGRESS);
        assertThat(flow(look(0, 10, 100), look(8, 10, 900)).verdict()).isEqualTo(Verdict.STALLED);
    }

    @Test
    void isStoppedWhereNobodyReadsOrNobodyLeads() {
        assertThat(flow(new Look(NOW, new Sighting.Log(0, 5, KEPT, true), reading(5, null, 0)))
                        .reason())
                .isEqualTo(Reason.NO_READER);
        assertThat(flow(new Look(NOW, new Sighting.Log(0, 5, KEPT, false), reading(5, "a", 0)))
                        .reason())
                .isEqualTo(Reason.NO_LEADER);
        assertThat(Reason.NO_LEADER.verdict()).isEqualTo(Verdict.STOPPED);
    }

    @Test
    void tellsHowFastAndHowLong() {
        Rates rates = flow(look(0, 10, 100), look(10, 60, 120)).rates();

        assertThat(rates.in()).isEqualTo(2);
        assertThat(rates.out()).isEqualTo(5);
        assertThat(rates.unread()).isEqualTo(60);
        assertThat(rates.behind()).isEqualTo(Duration.ofSeconds(60));
        assertThat(rates.drain()).isEqualTo(Duration.ofSeconds(20));
        assertThat(flow(look(0, 10, 10)).rates()).isEqualTo(Rates.NONE);
    }

    @Test
    void beginsWithTheOldestRecordWhereNothingWasCommitted() {
        Look look = new Look(NOW, new Sighting.Log(20, 50, KEPT, true), new Sighting.Reading(null, "a", NOW));

        assertThat(flow(look).next()).isEqualTo(20);
        assertThat(flow(look).rates().unread()).isEqualTo(30);
    }

    @Test
    void addsUpTheRatesOfPartitions() {
        assertThat(Rates.of(List.of(
                        new Rates(1, 2, 3, Duration.ofSeconds(4)),
                        new Rates(10, 20, 30, Duration.ofSeconds(2)),
                        Rates.NONE)))
                .isEqualTo(new Rates(11, 22, 33, Duration.ofSeconds(4)));
    }

    @Test
    void doesNotTellHowLongASumHasBeenThereWhileThatOfOnePartIsNotKnown() {
        assertThat(Rates.of(List.of(new Rates(1, 2, 3, Duration.ofSeconds(4)), new Rates(0, 0, 1, null)))
                        .behind())
                .isNull();
    }

    @Test
    void tellsHowLongUntilRetentionMayDeleteWhatIsReadNext() {
        assertThat(flow(look(0, 10, 110)).headroom()).isEqualTo(KEPT.minusSeconds(100));
        assertThat(flow(look(0, 0, KEPT.toSeconds() + 1)).headroom()).isZero();
    }

    @Test
    void fearsNoRetentionWhereNothingIsUnreadOrNothingIsDeleted() {
        assertThat(flow(look(0, 50, 50)).headroom()).isNull();
        assertThat(flow(new Look(NOW, new Sighting.Log(0, 5, null, true), reading(3, "a", 9)))
                        .headroom())
                .isNull();
    }

    private static PartitionFlow flow(Look... looks) {
        return PartitionFlow.of(ID, List.of(looks), WINDOW);
    }

    /** As long behind, in seconds, as there are unread records. */
    private static Look look(int second, long next, long end) {
        Instant at = NOW.plusSeconds(second);
        return new Look(
                at,
                new Sighting.Log(0, end, KEPT, true),
                new Sighting.Reading(next, "a", next == end ? null : at.minusSeconds(end - next)));
    }

    private static Sighting.Reading reading(long next, @Nullable String reader, int seconds) {
        return new Sighting.Reading(next, reader, NOW.minusSeconds(seconds));
    }
}
