package org.upprop.control.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.event.Samples;

class BrakeBookTests {

    private static final Instant NOON = Instant.parse("2022-01-12T12:00:00Z");
    private static final Brake ON_ONE = new Brake(BrakeKind.PAUSE_APPEAL, Samples.APPEAL, null, NOON);
    private static final Brake ON_ALL = new Brake(BrakeKind.PAUSE_APPEAL, null, null, NOON);
    private static final AppealSlug OTHER = new AppealSlug("another");

    private final BrakeBook book = new BrakeBook(Map.of());

    @Test
    void holdsOnlyTheAppealThatABrakeIsOn() {
        apply(BrakeRecords.on(ON_ONE));

        assertThat(book.on(BrakeKind.PAUSE_APPEAL, Samples.APPEAL)).contains(ON_ONE);
        assertThat(book.on(BrakeKind.PAUSE_APPEAL, OTHER)).isEmpty();
        assertThat(book.on(BrakeKind.PROOF_OF_WORK, Samples.APPEAL)).isEmpty();
    }

    @Test
    void holdsEveryAppealByABrakeOnAll() {
        apply(BrakeRecords.on(ON_ALL));

        assertThat(book.on(BrakeKind.PAUSE_APPEAL, OTHER)).contains(ON_ALL);
    }

    @Test
    void takesABrakeOnOneForNoneOnAll() {
        apply(BrakeRecords.on(ON_ONE));
        assertThat(book.onAll(BrakeKind.PAUSE_APPEAL)).isEmpty();

        apply(BrakeRecords.on(ON_ALL));
        assertThat(book.onAll(BrakeKind.PAUSE_APPEAL)).contains(ON_ALL);
    }

    @Test
    void letsGoWhenABrakeIsTakenOff() {
        apply(BrakeRecords.on(ON_ONE));
        apply(BrakeRecords.off(ON_ONE, NOON));

        assertThat(book.on(BrakeKind.PAUSE_APPEAL, Samples.APPEAL)).isEmpty();
    }

    private void apply(ProducerRecord<byte[], byte[]> sent) {
        book.apply(new String(sent.key(), StandardCharsets.UTF_8), sent.value());
    }
}
