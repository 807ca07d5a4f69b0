package org.upprop.monitor.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.ReasonCode;
import org.upprop.event.Topics;
import org.upprop.monitor.deadletter.DeadLetter.Envelope;
import org.upprop.monitor.flow.PartitionId;

class DeadLetterBookTests {

    private static final Instant NOW = Instant.parse("2022-01-12T10:00:00Z");
    private static final Selection ALL = new Selection.All(null, null);
    private static final Filter ANY = new Filter(null, null, null);

    private final DeadLetterBook book = new DeadLetterBook(new DeadLetterProperties(3), () -> NOW);

    @Test
    void hearsInAnyOrderThatADeadLetterCameBack() {
        book.redriven(id(1));
        book.add(letter(1, ReasonCode.INVALID));
        book.add(letter(2, ReasonCode.INVALID));
        book.redriven(id(2));
        book.add(letter(2, ReasonCode.INVALID));

        assertThat(fates()).containsExactly(Fate.REDRIVEN, Fate.REDRIVEN);
        assertThat(book.waiting(book.now(ALL))).isEmpty();
    }

    @Test
    void givesUpWhatWasThereThenAndNothingThatCameLater() {
        book.add(letter(1, ReasonCode.INVALID));
        book.add(letter(2, ReasonCode.UNEXPECTED));
        book.told(new Discard(book.now(new Selection.All(null, "INVALID")), "a trial", 1).event(NOW, "anna"));
        book.add(letter(3, ReasonCode.INVALID));

        assertThat(fates()).containsExactly(Fate.WAITING, Fate.WAITING, Fate.DISCARDED);
    }

    @Test
    void hearsInAnyOrderThatADeadLetterWasGivenUp() {
        DeadLetterBook other = new DeadLetterBook(new DeadLetterProperties(3), () -> NOW);
        other.add(letter(1, ReasonCode.INVALID));
        book.told(new Discard(other.now(ALL), "a trial", 1).event(NOW, "anna"));
        book.add(letter(1, ReasonCode.INVALID));

        assertThat(fates()).containsExactly(Fate.DISCARDED);
    }

    @Test
    void saysOfOneThatCameBackThoughItWasGivenUpThatItCameBack() {
        book.add(letter(1, ReasonCode.INVALID));
        book.redriven(id(1));
        book.told(new Discard(book.now(ALL), "a trial", 1).event(NOW, "anna"));

        assertThat(fates()).containsExactly(Fate.REDRIVEN);
        assertThat(book.discardable(book.now(ALL))).isEmpty();
    }

    @Test
    void countsEachOnceByWhatBecameOfIt() {
        book.add(letter(1, ReasonCode.INVALID));
        book.add(letter(2, null));
        book.redriven(id(1));
        book.redriven(id(1));

        assertThat(book.counts())
                .containsExactly(
                        Map.entry(new Kind(Topics.SUBMITTED, "INVALID", Fate.REDRIVEN), 1),
                        Map.entry(new Kind(Topics.SUBMITTED, "UNKNOWN", Fate.WAITING), 1));
    }

    @Test
    void knowsTheNewestWhereThereAreMoreThanItMayKnow() {
        for (int offset = 1; offset <= 4; offset++) {
            book.add(letter(offset, ReasonCode.INVALID));
        }

        assertThat(book.isFull()).isTrue();
        assertThat(book.part(ANY, null, 10))
                .extracting(listed -> listed.letter().id().offset())
                .containsExactly(4L, 3L, 2L);
        assertThat(book.counts().values()).containsExactly(3);
    }

    @Test
    void forgetsWhatItsTopicForgets() {
        book.add(letter(1, ReasonCode.INVALID));
        book.add(letter(2, ReasonCode.INVALID));
        book.add(letterOf(5, NOW.minus(Topics.REPAIRS_KEPT), ReasonCode.INVALID, 0));

        book.forget(Map.of(partition(), 2L));

        assertThat(book.part(ANY, null, 10))
                .extracting(listed -> listed.letter().id().offset())
                .containsExactly(2L);
        assertThat(book.counts().values()).containsExactly(1);
    }

    @Test
    void listsPartByPart() {
        for (int offset = 1; offset <= 3; offset++) {
            book.add(letter(offset, ReasonCode.INVALID));
        }

        List<Listed> first = book.part(ANY, null, 2);
        List<Listed> second = book.part(ANY, first.getLast().letter().position(), 2);

        assertThat(second).extracting(listed -> listed.letter().id().offset()).containsExactly(1L);
        assertThat(book.part(new Filter(null, "UNEXPECTED", null), null, 2)).isEmpty();
        assertThat(book.part(new Filter(Topics.VERIFIED, null, null), null, 2)).isEmpty();
        assertThat(book.part(new Filter(null, null, Fate.QUARANTINED), null, 2)).isEmpty();
    }

    @Test
    void sendsNothingAgainThatCameBackThreeTimes() {
        book.add(letterOf(1, NOW, ReasonCode.INVALID, DeadLetter.MOST_REDRIVES));

        assertThat(fates()).containsExactly(Fate.QUARANTINED);
        assertThat(book.waiting(book.now(ALL))).isEmpty();
        assertThat(book.discardable(book.now(ALL))).hasSize(1);
    }

    @Test
    void takesOneRedriveAtATimeAsTheyWereWritten() {
        book.add(letter(1, ReasonCode.INVALID));
        Redrive first = redrive();
        Redrive second = redrive();
        book.told(first.start());
        book.told(second.start());

        assertThat(book.open()).contains(first);

        AuditEvent end = first.end(NOW.plus(Duration.ofMinutes(1)), "bo", Redrive.Outcome.CANCELLED);
        book.told(second.end(NOW, "bo", Redrive.Outcome.DONE));
        assertThat(book.isOpen(first)).isTrue();
        book.told(end);

        assertThat(book.open()).isEmpty();
        book.told(first.start());
        assertThat(book.open()).as("a start that is read again").isEmpty();
        assertThat(book.progress()).hasValueSatisfying(progress -> {
            assertThat(progress.redrive()).isEqualTo(first);
            assertThat(progress.left()).isOne();
            assertThat(progress.ended()).isEqualTo(new Redrive.Ended(first, end.at(), Redrive.Outcome.CANCELLED));
        });
    }

    private Redrive redrive() {
        return new Redrive(UUID.randomUUID(), NOW, "anna", book.now(ALL), 500, 1);
    }

    private List<Fate> fates() {
        return book.part(ANY, null, 10).stream().map(Listed::fate).toList();
    }

    private static DeadLetter letter(long offset, @Nullable ReasonCode reason) {
        return letterOf(offset, NOW.plusSeconds(offset), reason, 0);
    }

    private static DeadLetter letterOf(long offset, Instant at, @Nullable ReasonCode reason, int redrives) {
        return new DeadLetter(
                id(offset), Topics.SUBMITTED, null, reason, at, 1, new Envelope(null, null, null, null), redrives);
    }

    private static Place id(long offset) {
        return new Place(partition(), offset);
    }

    private static PartitionId partition() {
        return new PartitionId(Topics.deadLettersOf(Topics.SUBMITTED), 3);
    }
}
