package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.upprop.local.stack.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An appeal of its own in a running stack, and what people do with it over HTTP and mail. */
final class Campaign {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Pattern CODE = Pattern.compile("(?m)^\\d{6}(?=\\r?$)");
    private static final Pattern OWN_LINK = Pattern.compile("(https?://[^\\s\"<>]+)/manage/([A-Za-z0-9_-]+)");
    private static final Pattern LINK = Pattern.compile("(https?://[^\\s\"<>]+)/verify/([A-Za-z0-9_-]+)");
    private static final Pattern HIDDEN_FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final String QUIET = "\"comments\": \"off\"";
    private static final String AT_RISK = "\"atRisk\": true";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final Ports ports;
    private final String token;
    private final String slug;

    private Campaign(Ports ports, String token, String slug) {
        this.ports = ports;
        this.token = token;
        this.slug = slug;
    }

    static Campaign publishedIn(Ports ports, String token) {
        return published(ports, newSlug(), token, "", QUIET);
    }

    /** The same, which takes comments. */
    static Campaign talkingIn(Ports ports, String token) {
        return published(ports, newSlug(), token, "", "\"comments\": \"review\"");
    }

    /** The same whose signatories are at risk. */
    static Campaign atRiskIn(Ports ports, String token) {
        return published(ports, newSlug(), token, "", AT_RISK);
    }

    /** The same with a source, whose pages at one origin may embed the form. */
    static Campaign republishedIn(Ports ports, String token, String slug, String source, String origin) {
        return published(ports, slug, token, """
                "sources": [{"id": "%s", "name": "Republisher", "url": "%s", "origins": ["%s"]}],
                """.formatted(source, origin, origin), QUIET);
    }

    /** The same which hopes for so many signatures. */
    static Campaign hopingFor(int goal, Ports ports, String token) {
        return published(ports, newSlug(), token, "\"goal\": %d,".formatted(goal), QUIET);
    }

    private static Campaign published(Ports ports, String slug, String token, String sources, String policy) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                publish(ports, slug, token, sources, policy).statusCode())
                        .isIn(200, 201));
        return new Campaign(ports, token, slug);
    }

    static String newSlug() {
        return "appeal-" + UUID.randomUUID();
    }

    static HttpResponse<String> publish(Ports ports, String slug, String token) {
        return publish(ports, slug, token, "", QUIET);
    }

    private static HttpResponse<String> publish(Ports ports, String slug, String token, String more, String policy) {
        return send(request("http://localhost:%d/api/v1/appeals/%s".formatted(ports.intake(), slug))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("""
                        {"originalLocale": "en",
                         "publisher": {"name": "Alliance", "url": "https://example.org"},
                         "controller": {"name": "Alliance", "postalAddress": "1 Quay", "email": "a@example.org"},
                         "translations": {"en": {"title": "Free them", "summary": "All of them", "body": "Now.",
                           "demands": [{"id": "free", "text": "Free them."}]}},
                         "consent": {"version": "1", "text": {"en": "I agree."}},
                         %s
                         "policy": {"organisations": "domain-or-review", %s}}
                        """.formatted(more, policy))));
    }

    /** Has the appeal's page name these entries first. */
    void nameFirst(String token, List<String> entries) {
        String first = "\"firstSignatories\": %s,".formatted(JSON.writeValueAsString(entries));
        HttpResponse<String> answer = publish(ports, slug, token, first, QUIET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** From now on its signatories are at risk, or no longer; returns once the page behind a link knows. */
    void setAtRisk(boolean atRisk, Link link) {
        HttpResponse<String> answer = publish(ports, slug, token, "", atRisk ? AT_RISK : QUIET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> !get(link.manage()).body().contains("name=\"city\"") == atRisk);
    }

    /** From now on it takes no more signatures. */
    void close(String token) {
        String closed = "\"closesAt\": \"%s\",".formatted(Instant.now().minusSeconds(1));
        HttpResponse<String> answer = publish(ports, slug, token, closed, QUIET);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    String page() {
        return get(address()).body();
    }

    /** An address that nobody else in these tests has, on a domain of its own: many of one domain wait for a reviewer. */
    static String someAddress() {
        return "somebody@u" + UUID.randomUUID() + "-example.org";
    }

    static ObjectNode person(String name, String address) {
        return json("""
                {"kind": "individual", "name": "%s", "email": "%s", "city": "Göteborg", "country": "SE", "locale": "en",
                 "consent": {"version": "1"}}
                """.formatted(name, address));
    }

    static ObjectNode organisation(String name, String address, String website) {
        return json("""
                {"kind": "organisation", "name": "%s", "email": "%s", "website": "%s",
                 "organisationType": "trade-union", "country": "IE",
                 "contact": {"name": "Niamh", "role": "Secretary"}, "authorised": true, "locale": "en",
                 "consent": {"version": "1"}}
                """.formatted(name, address, website));
    }

    HttpResponse<String> submit(ObjectNode signature) {
        return submit(signature.toString());
    }

    HttpResponse<String> submit(String body) {
        return submitTo(slug, body);
    }

    HttpResponse<String> submitTo(String appeal, String body) {
        return post(signaturesAddress(appeal), body);
    }

    /** @param key under which it is sent, nothing where it has none */
    RawAnswer submitRaw(ObjectNode signature, @Nullable String key) {
        return RawAnswer.post(
                URI.create(signaturesAddress()),
                "application/json",
                signature.toString(),
                key == null ? Map.of() : Map.of("Idempotency-Key", "\"" + key + "\""));
    }

    /** Where signatures are sent. */
    String signaturesAddress() {
        return signaturesAddress(slug);
    }

    private String signaturesAddress(String appeal) {
        return "http://localhost:%d/api/v1/appeals/%s/signatures".formatted(ports.intake(), appeal);
    }

    /** Where is told what became of a signature. */
    String statusAddress(String signature) {
        return "http://localhost:%d/api/v1/signatures/%s".formatted(ports.verification(), signature);
    }

    String slug() {
        return slug;
    }

    /** Where the page of the appeal is, with the form. */
    String address() {
        return "http://localhost:%d/appeals/%s".formatted(ports.intake(), slug);
    }

    /** Presses the button of the form. */
    RawAnswer press(Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return RawAnswer.post(URI.create(address()), "application/x-www-form-urlencoded", body, Map.of());
    }

    /** The form of the appeal's page, filled in by a person at this moment. */
    Map<String, String> form(String name, String address) {
        HttpResponse<String> page = get(address());
        Map<String, String> form = new LinkedHashMap<>();
        HIDDEN_FIELD.matcher(page.body()).results().forEach(field -> form.put(field.group(1), field.group(2)));
        assertThat(form).as(page.body()).containsKeys("key", "opened", "appealVersion");
        form.putAll(Map.of("kind", "individual", "name", name, "email", address, "consent", "1"));
        return form;
    }

    /** As somebody does who is told to try again later. */
    void submitUntilAccepted(ObjectNode signature) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(submit(signature).statusCode()).isEqualTo(202));
    }

    /** Submits and confirms, as one who signs does. */
    void sign(ObjectNode signature, String decision) {
        submitUntilAccepted(signature);
        assertThat(decide(linkSentTo(signature.path("email").asString()), decision)
                        .statusCode())
                .isEqualTo(200);
    }

    /** The link of the mail, once it has come. */
    Link linkSentTo(String address) {
        return await().atMost(PATIENCE)
                .until(() -> linksSentTo(address), links -> !links.isEmpty())
                .getFirst();
    }

    /** One for each mail that asks whether the signature is genuine. */
    List<Link> linksSentTo(String address) {
        return mailsTo(address).stream()
                .flatMap(mail -> LINK.matcher(mail.path("text").asString("")).results())
                .map(Link::of)
                .toList();
    }

    /** One for each mail that leads to the own signature. */
    List<Link> ownLinksSentTo(String address) {
        return mailsTo(address).stream()
                .flatMap(
                        mail -> OWN_LINK.matcher(mail.path("text").asString("")).results())
                .map(Link::of)
                .toList();
    }

    /** The code of the first mail, once it has come. */
    String codeSentTo(String address) {
        linkSentTo(address);
        return CODE.matcher(mailsTo(address).getFirst().path("text").asString(""))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> mailsTo(String address) {
        String all = "http://localhost:%d/api/v1/mails?to=%s".formatted(ports.mailbox(), address);
        return JSON.readTree(get(all).body()).valueStream().toList();
    }

    HttpResponse<String> decide(Link link, String decision) {
        return post(link.json(), "{\"decision\": \"%s\"}".formatted(decision));
    }

    void withdraw(Link link) {
        assertThat(postForm(link.manage(), "action=withdraw").statusCode()).isEqualTo(303);
    }

    /** What of this appeal waits for a reviewer, once there is as much. */
    List<JsonNode> awaitWaiting(int entries) {
        return await().atMost(PATIENCE).until(this::waiting, found -> found.size() == entries);
    }

    private List<JsonNode> waiting() {
        HttpResponse<String> answer = reviewsBy(token);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body())
                .path("items")
                .valueStream()
                .filter(item -> item.path("appeal").asString().equals(slug))
                .toList();
    }

    /** What whoever holds this token sees of what waits. */
    HttpResponse<String> reviewsBy(String token) {
        return get(reviews("?limit=100"), token);
    }

    void approve(JsonNode waiting) {
        approve(waiting, token);
    }

    void approve(JsonNode waiting, String token) {
        HttpResponse<String> answer =
                send(request(reviews("/" + waiting.path("id").asString()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"decision\": \"approve\", \"reason\": \"Known to us\"}")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** Where reviewers are asked for their token. */
    String signInAddress() {
        return "http://localhost:%d/reviews/sign-in".formatted(ports.verification());
    }

    private String reviews(String rest) {
        return "http://localhost:%d/api/v1/reviews%s".formatted(ports.verification(), rest);
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    HttpResponse<String> get(String address, String token) {
        return send(request(address).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String address, String json) {
        return send(request(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> head(String address) {
        return send(request(address).HEAD());
    }

    HttpResponse<String> postForm(String address, String form) {
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Everything that the holder of a link is told is kept, but what merely leads there. */
    JsonNode everythingAbout(Link link) {
        ObjectNode everything = json(get(link.manage() + "/data").body());
        everything.remove(List.of("links", "mails"));
        return everything;
    }

    /** The names on the public list. */
    List<String> names() {
        return items().map(item -> item.path("name").asString()).toList();
    }

    Stream<JsonNode> items() {
        return published("/signatories?limit=100").path("items").valueStream();
    }

    JsonNode count() {
        return published("/count");
    }

    String challengeAddress() {
        return "http://localhost:%d/api/v1/appeals/%s/challenge".formatted(ports.intake(), slug);
    }

    String listAddress() {
        return "http://localhost:%d/appeals/%s/signatories".formatted(ports.publication(), slug);
    }

    /** Waits until the list shows these names and no others. */
    void awaitNames(String... names) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(names()).containsExactlyInAnyOrder(names));
    }

    /** Waits until as many are counted, which may be a moment after they are named. */
    void awaitCount(String counted, int expected) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count().path(counted).asInt()).isEqualTo(expected));
    }

    /** What stands on a topic of this appeal. */
    List<ConsumerRecord<byte[], byte[]>> recordsOn(String topic) {
        return StackTopic.read(ports, topic).stream()
                .filter(record -> StackTopic.header(record, "ce_appeal").equals(slug))
                .toList();
    }

    /** Waits until all that was ever accepted is counted, and nothing of it is missing. */
    void awaitLedgerBalanced() {
        String address = "http://localhost:%d/api/v1/ledger".formatted(ports.monitor());
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode ledger = json(send(request(address).header("Authorization", "Bearer " + token))
                    .body());
            assertThat(ledger.path("inFlight").asLong(-1)).as("%s", ledger).isZero();
            assertThat(ledger.path("lost").asLong(-1)).as("%s", ledger).isZero();
        });
    }

    static ObjectNode json(String json) {
        return (ObjectNode) JSON.readTree(json);
    }

    private JsonNode published(String path) {
        HttpResponse<String> answer =
                get("http://localhost:%d/api/v1/appeals/%s%s".formatted(ports.publication(), slug, path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The link of a confirmation mail. */
    record Link(String service, String token) {

        static Link of(MatchResult match) {
            return new Link(match.group(1), match.group(2));
        }

        String page() {
            return "%s/verify/%s".formatted(service, token);
        }

        String manage() {
            return "%s/manage/%s".formatted(service, token);
        }

        /** Where one asks for the links of an appeal. */
        String links() {
            return service + "/links";
        }

        String json() {
            return "%s/api/v1/verifications/%s".formatted(service, token);
        }
    }
}
