package org.upprop.verification;

import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.person;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.messaging.SignatureRecords;

/** An appeal of a test's own that people sign. */
final class Campaign {

    static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final byte[] KEY = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);

    /** For {@code upprop.fingerprint.secret}. */
    static final String SECRET = Base64.getEncoder().encodeToString(KEY);

    private final AppealSlug appeal = new AppealSlug("appeal-" + UUID.randomUUID());
    private final Fingerprints fingerprints = new Fingerprints(KEY);
    private final KafkaTemplate<byte[], byte[]> kafka;

    private Campaign(KafkaTemplate<byte[], byte[]> kafka) {
        this.kafka = kafka;
    }

    static Campaign begin(KafkaTemplate<byte[], byte[]> kafka, AppealBook appeals) {
        Campaign campaign = new Campaign(kafka);
        await().atMost(PATIENCE).until(appeals::isComplete);
        kafka.send(AppealRecords.present(campaign.appeal())).join();
        await().atMost(PATIENCE).until(() -> appeals.find(campaign.appeal).isPresent());
        return campaign;
    }

    AppealSlug slug() {
        return appeal;
    }

    /** Addresses of people who have just signed. */
    List<String> signed(int people) {
        return IntStream.range(0, people)
                .mapToObj(person -> UUID.randomUUID() + "@example.org")
                .peek(this::sign)
                .toList();
    }

    void sign(String address) {
        sign(person("Ada Lindqvist", address));
    }

    void sign(Signatory signatory) {
        send(signatory, SignatureId.random());
    }

    /** As intake does where it got no acknowledgement. */
    void signTwiceWithOneId(String address) {
        SignatureId id = SignatureId.random();
        send(person("Ada Lindqvist", address), id);
        send(person("Ada Lindqvist", address), id);
    }

    private void send(Signatory signatory, SignatureId id) {
        kafka.send(SignatureRecords.submitted(new SignatureSubmitted(
                        id,
                        appeal,
                        1,
                        signatory.kind(),
                        fingerprints.of(appeal, signatory),
                        "en",
                        "direct",
                        Instant.now(),
                        List.of(),
                        null,
                        signatory)))
                .join();
    }

    private Appeal appeal() {
        return new Appeal(
                appeal,
                1,
                1,
                "0".repeat(64),
                "en",
                new Appeal.Publisher("Alliance", "https://alliance.example"),
                new Appeal.Controller("Alliance", "1 Street", "privacy@alliance.example"),
                null,
                null,
                null,
                Map.of("en", new Appeal.Translation("Title", "Summary", "Body", List.of())),
                new Appeal.Consent("2022-01", Map.of("en", "Your name is published.")),
                List.of(),
                Policy.DEFAULT,
                List.of(),
                Instant.now());
    }
}
