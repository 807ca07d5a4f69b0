package org.upprop.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.SignatureVerified;
import org.upprop.signature.messaging.SignatureRecords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what is told to readers of the verified topic against the code. */
class ContractTests {

    private static final Pattern JSON = Pattern.compile("(?s)```json\n(.*?)```");

    private final String contract = contract();

    @Test
    void showsAnEntryAndAWatermarkAsTheyAreWritten() {
        List<JsonNode> shown = JSON.matcher(contract)
                .results()
                .map(example -> JsonMapper.shared().readTree(example.group(1)))
                .toList();

        assertThat(shown)
                .containsExactly(
                        JsonMapper.shared().readTree(EventJson.write(Samples.verified())),
                        JsonMapper.shared().readTree(EventJson.write(Samples.watermark())));
    }

    @Test
    void namesEveryHeaderAndEveryField() {
        SignatureVerified entry = Samples.verified();
        Stream.of(
                        SignatureRecords.entry(entry, Instant.EPOCH),
                        SignatureRecords.entry(new EntryRemoved(entry.entryId(), entry.appeal(), 2), Instant.EPOCH),
                        SignatureRecords.watermark(Samples.watermark()))
                .flatMap(record -> Stream.of(record.headers().toArray()))
                .forEach(header -> assertThat(contract).contains("`" + header.key() + "`"));
        Stream.of(Objects.requireNonNull(SignatureVerified.class.getRecordComponents()))
                .forEach(field -> assertThat(contract).contains("`" + field.getName() + "`"));
    }

    @Test
    void namesEveryTypeOnTheTopicAndItsNumbers() {
        assertThat(contract)
                .contains("`" + Topics.VERIFIED + "`")
                .contains(EventType.SIGNATURE_VERIFIED.id(), EventType.ENTRY_REMOVED.id(), EventType.WATERMARK.id())
                .contains("partitions | " + Topics.SIGNATURE_PARTITIONS + ",")
                .contains("count on %d days".formatted(Topics.TOMBSTONES_KEPT.toDays()));
    }

    private static String contract() {
        try {
            return Files.readString(Path.of("..", "CONTRACT.md"));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
