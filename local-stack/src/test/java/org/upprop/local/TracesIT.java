package org.upprop.local;

import static io.opentelemetry.proto.trace.v1.Span.SpanKind.SPAN_KIND_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.PATIENCE;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.Campaign.Link;
import org.upprop.local.SpanCollector.Exported;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.JsonNode;

/** What whoever turns traces and JSON logs on gets to see. */
@ExtendWith(StackUnderTest.Shared.class)
class TracesIT {

    private static final List<String> SERVICES = List.of("intake", "verification", "publication");
    private static final String NAME = "Zenobia Quillfeather";
    private static final Pattern SIGNATURE_ID = Pattern.compile("\"signatureId\":\"([0-9a-f-]{36})\"");
    private static final String SUBMITTED = "signatures.submitted.v1";
    private static final String VERIFIED = "signatures.verified.v1";
    private static final String SIGNATURES = "/api/v1/appeals/{slug}/signatures";
    private static final String OF_OTHERS = "0af7651916cd43dd8448eb211c80319c";

    private static final Map<String, Integer> LINES_BEFORE = new ConcurrentHashMap<>();

    private static SpanCollector collector;

    private final StackUnderTest stack;
    private final Campaign campaign;
    private final Set<String> before =
            collector.spans().stream().map(Exported::trace).collect(Collectors.toSet());

    TracesIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @BeforeAll
    static void turnOn(StackUnderTest stack) {
        collector = new SpanCollector();
        restart(stack, """
                management.opentelemetry.tracing.export.otlp.endpoint=%s
                management.opentelemetry.tracing.export.schedule-delay=200ms
                management.tracing.sampling.probability=1
                logging.structured.format.console=ecs
                logging.level.org.springframework.jdbc.support.JdbcTransactionManager=debug
                upprop.relay.hold=1s
                """.formatted(collector.endpoint()));
    }

    @AfterAll
    static void turnOff(StackUnderTest stack) {
        restart(stack, "");
        collector.close();
    }

    private static void restart(StackUnderTest stack, String settings) {
        SERVICES.parallelStream().forEach(service -> {
            try {
                stack.stop(service);
                LINES_BEFORE.put(service, stack.said(service).size());
                stack.startSet(service, settings);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void oneTraceLeadsFromTheFormToTheListAndOffItAgain() {
        String address = someAddress();
        campaign.submitUntilAccepted(person(NAME, address));
        Link link = campaign.linkSentTo(address);
        campaign.decide(link, "full");
        campaign.awaitNames(NAME);

        List<Exported> trace = awaitTrace(5);
        Exported request = trace.getFirst();
        assertThat(trace)
                .extracting(Exported::toString)
                .containsExactly(
                        "intake-service: SPAN_KIND_SERVER POST /api/v1/appeals/{slug}/signatures",
                        "intake-service: SPAN_KIND_PRODUCER send signatures.submitted.v1",
                        "verification-service: SPAN_KIND_CONSUMER process signatures.submitted.v1",
                        "verification-service: SPAN_KIND_PRODUCER send signatures.verified.v1",
                        "publication-service: SPAN_KIND_CONSUMER process signatures.verified.v1");
        assertThat(request.parent()).isEmpty();
        assertThat(trace.get(1).parent()).isEqualTo(request.id());

        campaign.withdraw(link);
        campaign.awaitNames();

        assertThat(awaitTrace(7).subList(5, 7))
                .extracting(Exported::toString)
                .containsExactly(
                        "verification-service: SPAN_KIND_PRODUCER send signatures.verified.v1",
                        "publication-service: SPAN_KIND_CONSUMER process signatures.verified.v1");
        assertThat(campaign.recordsOn(VERIFIED))
                .hasSize(2)
                .allSatisfy(record ->
                        assertThat(StackTopic.header(record, "traceparent")).contains(request.trace()));
    }

    @Test
    void neitherSpansNorLinesNameAnybody() throws IOException {
        String address = someAddress();
        RawAnswer accepted = campaign.submitRaw(person(NAME, address), null);
        String signature = firstOf(SIGNATURE_ID, accepted.bytes());
        Link link = campaign.linkSentTo(address);
        assertThat(campaign.get(link.page()).statusCode()).isEqualTo(200);
        campaign.decide(link, "full");
        campaign.awaitNames(NAME);
        String entry = campaign.items().findFirst().orElseThrow().path("id").asString();
        campaign.get(link.manage());
        campaign.get(campaign.statusAddress(signature));
        campaign.get(campaign.listAddress() + "?q=Quillfeather");
        campaign.get(campaign.listAddress() + "?report=" + entry);
        campaign.get(campaign.address() + "/" + link.token());
        assertThat(campaign.submit(person(NAME, address).put("name", NAME.repeat(99)))
                        .statusCode())
                .isEqualTo(422);
        campaign.withdraw(link);
        campaign.awaitNames();
        awaitTrace(7);
        await().atMost(PATIENCE)
                .until(() -> collector.spans().stream()
                        .anyMatch(span -> span.attribute("uri").equals("/manage/{token}")));

        List<String> personal = List.of(NAME, "Quillfeather", address, link.token(), signature, entry);
        assertThat(collector.everything())
                .contains("/verify/{token}")
                .doesNotContain(personal)
                .doesNotContain("127.0.0.1");
        for (String service : SERVICES) {
            assertThat(String.join("\n", saidOf(service))).as(service).doesNotContain(personal);
        }
    }

    @Test
    void linesAreJsonAndTellTheTraceThatTheyAreOf() throws IOException {
        campaign.sign(person(NAME, someAddress()), "full");

        for (String service : SERVICES) {
            assertThat(saidOf(service)).isNotEmpty().allSatisfy(line -> {
                JsonNode json = Campaign.json(line);
                assertThat(Instant.parse(json.path("@timestamp").asString())).isNotNull();
                assertThat(json.path("log").path("level").asString()).isIn("DEBUG", "INFO", "WARN", "ERROR");
                assertThat(json.path("message").asString()).isNotEmpty();
                assertThat(json.path("service").path("name").asString()).contains(service);
            });
        }
        assertThat(saidOf("verification"))
                .anySatisfy(
                        line -> assertThat(Campaign.json(line).path("traceId").asString(""))
                                .hasSize(32));
    }

    @Test
    void nobodyOutsideDecidesAboutTraces() {
        RawAnswer accepted = RawAnswer.post(
                URI.create(campaign.signaturesAddress()),
                "application/json",
                person(NAME, someAddress()).toString(),
                Map.of(
                        "traceparent", "00-" + OF_OTHERS + "-b7ad6b7169203331-01",
                        "tracestate", "other=1",
                        "baggage", "name=" + NAME.replace(" ", "")));

        List<Exported> trace = awaitTrace(3);
        assertThat(accepted.status()).contains("202");
        assertThat(trace).extracting(Exported::trace).doesNotContain(OF_OTHERS);
        assertThat(accepted.bytes()).doesNotContain(trace.getFirst().trace());
        assertThat(collector.everything()).doesNotContain("Zenobia");
        assertThat(campaign.recordsOn(SUBMITTED))
                .singleElement()
                .satisfies(record -> assertThat(record.headers())
                        .extracting(Header::key)
                        .contains("traceparent")
                        .doesNotContain("tracestate", "baggage"));
    }

    @Test
    void whereSignatoriesAreAtRiskNoTraceLeadsToTheListNotEvenOnceTheyNoLongerAre() {
        Campaign atRisk = Campaign.atRiskIn(stack.ports(), stack.token());
        String address = someAddress();
        atRisk.sign(person(NAME, address), "full");
        atRisk.awaitNames(NAME);
        Link link = atRisk.linkSentTo(address);
        atRisk.setAtRisk(false, link);
        atRisk.withdraw(link);
        atRisk.awaitNames();

        assertThat(awaitTrace(3)).extracting(Exported::service).doesNotContain("publication-service");
        assertThat(atRisk.recordsOn(SUBMITTED)).hasSize(1).allMatch(TracesIT::isTraced);
        assertThat(atRisk.recordsOn(VERIFIED)).hasSize(2).noneMatch(TracesIT::isTraced);
    }

    @Test
    void noneLeadsToTheListFromWhenTheyBecomeAtRisk() {
        String address = someAddress();
        campaign.sign(person(NAME, address), "full");
        campaign.awaitNames(NAME);
        Link link = campaign.linkSentTo(address);
        campaign.setAtRisk(true, link);
        campaign.withdraw(link);
        campaign.awaitNames();

        assertThat(campaign.recordsOn(VERIFIED)).extracting(TracesIT::isTraced).containsExactly(true, false);
    }

    /** The spans of the one trace that began since, in the order in which they began, once there are as many. */
    private List<Exported> awaitTrace(int spans) {
        return await().atMost(PATIENCE).until(this::trace, trace -> trace.size() >= spans);
    }

    private List<Exported> trace() {
        List<Exported> fresh = collector.spans().stream()
                .filter(span -> !before.contains(span.trace()))
                .filter(span ->
                        span.kind() != SPAN_KIND_SERVER || span.attribute("uri").equals(SIGNATURES))
                .filter(span -> !span.attribute("status").equals("422"))
                .sorted(Comparator.comparingLong(span -> span.span().getStartTimeUnixNano()))
                .toList();
        assertThat(fresh.stream().map(Exported::trace).distinct()).hasSizeLessThanOrEqualTo(1);
        return fresh;
    }

    private List<String> saidOf(String service) throws IOException {
        List<String> said = stack.said(service);
        return said.subList(LINES_BEFORE.get(service), said.size());
    }

    private static boolean isTraced(ConsumerRecord<?, ?> record) {
        return !StackTopic.header(record, "traceparent").isEmpty();
    }

    private static String firstOf(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }
}
