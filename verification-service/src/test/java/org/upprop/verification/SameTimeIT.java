package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.Signatories.person;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.confirmation.Confirmations;
import org.upprop.verification.confirmation.Seen;
import org.upprop.verification.link.Links;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Reviews;
import org.upprop.verification.review.Ruling;
import org.upprop.verification.review.Verdict;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Reception;

/**
 * What tells nothing by its answer tells nothing by its time either. What is compared is asked for in turns, so that
 * whatever else the machine does slows all of it alike.
 */
@OnRealInfrastructure
@TestPropertySource(properties = "upprop.visits.asks-per-hour=1000000")
class SameTimeIT {

    private static final Logger LOG = LoggerFactory.getLogger(SameTimeIT.class);
    private static final int TIMES = Integer.getInteger("upprop.timings", 250);
    private static final int ENOUGH = 2_000;
    private static final double ALIKE = 1.1;
    private static final byte[] SECRET = "thirty-two bytes, or some more of them".getBytes(StandardCharsets.UTF_8);
    private static final MailServer MAIL = MailServer.start();

    private final Fingerprints fingerprints = new Fingerprints(SECRET);
    private final AppealSlug appeal = new AppealSlug("time-" + UUID.randomUUID());
    private final String address = UUID.randomUUID() + "@example.org";
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Reception reception;

    @Autowired
    Links links;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Reviews reviews;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Base64.getEncoder().encodeToString(SECRET));
    }

    @BeforeEach
    void publishTheAppeal() {
        await().atMost(Duration.ofMinutes(1)).until(appeals::isComplete);
        kafka.send(AppealRecords.present(Appeals.anAppeal(appeal))).join();
        await().atMost(Duration.ofMinutes(1)).until(() -> appeals.find(appeal).isPresent());
    }

    @Test
    void tellsTheStatusInTheSameTimeWhateverBecameOfASignature() {
        assertAlike(ofEach((address, signature) -> page("/api/v1/signatures/" + signature)), 200);
    }

    @Test
    void asksForLinksInTheSameTimeWhateverBecameOfASignature() {
        assertAlike(ofEach((address, signature) -> asking(address)), 202);
    }

    @Test
    void refusesACodeInTheSameTimeWhateverBecameOfASignature() {
        assertAlike(ofEach((address, signature) -> code(signature)), 422);
    }

    @Test
    void answersToALinkThatDoesNotWorkInTheSameTimeWhyeverItDoesNot() {
        Token ended = links.make(submit(person("Ada Lindqvist", address)), Duration.ofDays(1))
                .token();
        jdbc.sql("update link set decides_until = now() - interval '1 day' where hash = ?")
                .param(ended.hash())
                .update();

        assertAlike(
                Map.of(
                        "ended", page("/manage/" + ended.value()),
                        "unknown", page("/manage/" + Token.random().value()),
                        "damaged", page("/manage/" + ended.value().substring(1))),
                404);
    }

    /** A request about a signature in each state that one can be in, and about one that nobody knows. */
    private Map<String, HttpRequest> ofEach(BiFunction<String, SignatureId, HttpRequest> request) {
        Map<String, HttpRequest> requests = new LinkedHashMap<>();
        requests.put("unknown", request.apply("nobody-" + address, SignatureId.random()));
        Map<SignatureState, BiConsumer<SignatureId, Token>> fates = Map.of(
                SignatureState.PENDING,
                (id, token) -> {},
                SignatureState.LISTED,
                (id, token) -> approved(id, token),
                SignatureState.AWAITING_REVIEW,
                (id, token) -> confirmations.decide(token, "full"),
                SignatureState.REJECTED,
                (id, token) -> {
                    confirmations.decide(token, "full");
                    review(id, Verdict.REJECT);
                },
                SignatureState.INVALIDATED,
                (id, token) -> {
                    approved(id, token);
                    review(id, Verdict.TAKE_OFF);
                },
                SignatureState.CHANGE_AWAITING_REVIEW,
                this::changed,
                SignatureState.NOT_MINE,
                (id, token) -> confirmations.decide(token, "not-mine"),
                SignatureState.EXPIRED,
                (id, token) -> jdbc.sql("update submission set state = 'expired', signatory = null, ended_at = now()"
                                + " where signature_id = ?")
                        .param(id.value())
                        .update(),
                SignatureState.WITHDRAWN,
                (id, token) -> {
                    approved(id, token);
                    confirmations.withdraw(token);
                });
        fates.forEach((state, fate) -> {
            String email = state.id() + "-" + address;
            SignatureId signature = submit(person("Ada Lindqvist", email));
            fate.accept(signature, links.make(signature, Duration.ofDays(1)).token());
            requests.put(state.id(), request.apply(email, signature));
        });
        for (SignatureState again : List.of(SignatureState.LISTED, SignatureState.NOT_MINE)) {
            String twice = again.id() + "-" + address;
            requests.put(again.id() + ", signed again", request.apply(twice, submit(person("Ada Lindqvist", twice))));
        }
        assertThat(jdbc.sql("select state from submission where appeal = ?")
                        .param(appeal.value())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(Stream.of(SignatureState.values())
                        .map(SignatureState::id)
                        .toList());
        return requests;
    }

    private void approved(SignatureId id, Token token) {
        confirmations.decide(token, "full");
        review(id, Verdict.APPROVE);
    }

    private void changed(SignatureId id, Token token) {
        approved(id, token);
        Entries.Content wanted =
                confirmations.look(token).orElseThrow().wanted().orElseThrow();
        Signatory other = person("Eve Lindqvist", wanted.signatory().email().value());
        confirmations.change(token, Seen.of(wanted, false), other, wanted.display());
    }

    private void review(SignatureId id, Verdict verdict) {
        reviews.decide(id, new Ruling(new Reviewer("anna"), verdict, "For a reason", null, null));
    }

    /** Looks again as long as chance may explain a difference: what is really there does not go away. */
    private void assertAlike(Map<String, HttpRequest> requests, int status) {
        Map<String, List<Long>> took = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(requests.keySet());
        Random random = new Random(1);
        for (int n = 0; n < TIMES / 4; n++) {
            requests.values().forEach(request -> time(request, status));
        }
        int times = 0;
        do {
            for (int n = 0; n < TIMES; n++) {
                Collections.shuffle(names, random);
                names.forEach(name -> took.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(time(Objects.requireNonNull(requests.get(name)), status)));
            }
            times += TIMES;
        } while (spread(took) >= ALIKE && times < ENOUGH);
        LOG.info("Medians of {}: {} are {} ns", times, took.keySet(), medians(took));
        assertThat(spread(took)).isLessThan(ALIKE);
    }

    private long time(HttpRequest request, int status) {
        long begin = System.nanoTime();
        assertThat(http.sendAsync(request, BodyHandlers.ofString()).join().statusCode())
                .isEqualTo(status);
        return System.nanoTime() - begin;
    }

    private static double spread(Map<String, List<Long>> took) {
        return (double) Collections.max(medians(took)) / Collections.min(medians(took));
    }

    private static List<Long> medians(Map<String, List<Long>> took) {
        return took.values().stream().map(SameTimeIT::median).toList();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private SignatureId submit(Signatory signatory) {
        SignatureSubmitted submitted = new SignatureSubmitted(
                SignatureId.random(),
                appeal,
                1,
                signatory.kind(),
                fingerprints.of(appeal, signatory),
                "en",
                "direct",
                Instant.now(),
                List.of("fast"),
                null,
                signatory);
        reception.take(List.of(submitted));
        return submitted.signatureId();
    }

    private HttpRequest asking(String email) {
        return request("/api/v1/appeals/" + appeal + "/links")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"email\":\"" + email + "\"}"))
                .build();
    }

    private HttpRequest code(SignatureId signature) {
        return request("/verify/code/" + signature)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("code=000000"))
                .build();
    }

    private HttpRequest page(String path) {
        return request(path).build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
