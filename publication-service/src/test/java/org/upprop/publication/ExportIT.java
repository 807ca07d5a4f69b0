package org.upprop.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.access.BearerToken;
import org.upprop.access.Grant;
import org.upprop.access.Role;
import org.upprop.access.messaging.TokenBook;
import org.upprop.access.messaging.TokenRecords;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.signature.Display;
import org.upprop.signature.messaging.SignatureRecords;
import tools.jackson.databind.json.JsonMapper;

/** Whole lists as files. */
@OnRealInfrastructure
class ExportIT {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AppealSlug appeal = Appeals.newSlug();
    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    AppealBook appeals;

    @Autowired
    TokenBook tokens;

    @BeforeEach
    void listSome() throws IOException, InterruptedException {
        await().atMost(LONG).until(appeals::isComplete);
        kafka.send(AppealRecords.present(Appeals.titled(appeal, "Bread for all", "Bröd åt alla")))
                .join();
        verify(
                AnEntry.ofOrganisation("Öre; =1+1").on(appeal).from("SE"),
                AnEntry.ofOrganisation("=cmd|' /C calc'!A0").on(appeal).from("IE"),
                AnEntry.of("Ada \"Lovelace\"").on(appeal).from("IE"),
                AnEntry.of("Nobody").on(appeal).shown(Display.HIDDEN));
        await().atMost(LONG)
                .until(() -> appeals.find(appeal).isPresent()
                        && get("/count", null).body().contains("\"total\":4"));
    }

    @Test
    void givesThePublicOrganisationsAloneAndRunsNoFormula() throws IOException, InterruptedException {
        HttpResponse<String> csv = get("/signatories.csv", null);

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.body().split("\r\n"))
                .hasSize(3)
                .satisfies(lines -> assertThat(lines[0]).startsWith("\uFEFFid,kind,name,"))
                .satisfies(lines -> assertThat(lines[1]).contains("\"organisation\",\"'=cmd|' /C calc'!A0\""))
                .satisfies(lines -> assertThat(lines[2]).contains("\"Öre;' =1+1\"", "\"SE\"", "\"trade-union\""));
        assertThat(get("/signatories.ndjson", null).body().lines()).hasSize(2).noneMatch(line -> line.contains("Ada"));
        assertThat(get("/signatories.csv?kind=individual", null).statusCode()).isEqualTo(422);
    }

    @Test
    void givesTheOrganiserAllThatIsReleased() throws IOException, InterruptedException {
        HttpResponse<String> all = get("/signatories.ndjson", "a-token-of-organisers");

        assertThat(all.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(caching -> assertThat(caching).contains("no-store", "private"));
        assertThat(all.body().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.contains("\"name\":\"Ada \\\"Lovelace\\\"\"") && line.contains("\"city\":\"Cork\""));
        assertThat(get("/signatories.ndjson", "another-token-of-16").statusCode())
                .isEqualTo(401);
    }

    @Test
    void givesAnOrganiserOfOneAppealThatListAlone() throws IOException, InterruptedException {
        BearerToken own = BearerToken.random();
        BearerToken others = BearerToken.random();
        give(own, appeal);
        give(others, new AppealSlug("another-appeal"));

        await().atMost(LONG)
                .until(() -> get("/signatories.ndjson", own.secret()).body().contains("Lovelace"));
        HttpResponse<String> refused = get("/signatories.ndjson", others.secret());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("another-appeal", "The token is for other appeals");
    }

    @Test
    void tellsNoPlacesWhereSignatoriesAreAtRisk() throws IOException, InterruptedException {
        kafka.send(AppealRecords.present(Appeals.inRevision(2, appeal, true))).join();
        await().atMost(LONG).until(() -> get("/count", null).body().contains("\"total\":null"));

        HttpResponse<String> file = get("/signatories.ndjson", null);
        assertThat(file.body().lines()).hasSize(2).allMatch(line -> line.contains("\"country\":null"));
        assertThat(file.headers().firstValue("Upprop-Total")).isEmpty();
        assertThat(get("/signatories.csv?country=IE", null).statusCode()).isEqualTo(422);
    }

    @Test
    void givesPeopleToEverybodyOnlyWhereTheyAreOpenDataAndNobodyIsAtRisk() throws IOException, InterruptedException {
        kafka.send(AppealRecords.present(Appeals.inRevision(2, appeal, true, false)))
                .join();
        await().atMost(LONG).until(() -> get("/signatories.csv", null).body().contains("Lovelace"));

        JsonMapper json = JsonMapper.shared();
        assertThat(get("/signatories.ndjson", null).body().lines().map(json::readTree))
                .as("line by line what the list tells")
                .containsExactlyElementsOf(
                        json.readTree(get("/signatories", null).body()).get("items"));
        assertThat(get("/signatories.csv?kind=individual", null).body().lines()).hasSize(2);

        kafka.send(AppealRecords.present(Appeals.inRevision(3, appeal, true, true)))
                .join();
        await().atMost(LONG).until(() -> get("/count", null).body().contains("\"total\":null"));
        assertThat(get("/signatories.csv", null).body()).doesNotContain("Lovelace", "Cork");
        assertThat(get("/signatories.ndjson", null).body()).doesNotContain("Lovelace", "Cork");
    }

    @Test
    void sendsNothingAgainToWhoeverHasIt() throws IOException, InterruptedException {
        String etag = get("/signatories.csv", null).headers().firstValue("ETag").orElseThrow();
        HttpRequest again = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/appeals/" + appeal + "/signatories.csv"))
                .header("If-None-Match", etag)
                .build();

        assertThat(http.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
        verify(AnEntry.ofOrganisation("Another").on(appeal));
        await().atMost(LONG)
                .until(() -> http.send(again, BodyHandlers.ofString()).body().contains("Another"));
    }

    private void give(BearerToken token, AppealSlug slug) {
        String id = slug.value().substring(0, 10);
        Grant grant = new Grant(id, Role.ORGANISER, "anna", List.of(slug), token.hash(), Instant.now(), null);
        kafka.send(TokenRecords.given(grant)).join();
        await().atMost(LONG).until(() -> tokens.areRead() && tokens.all().contains(grant));
    }

    private void verify(AnEntry... entries) {
        Arrays.stream(entries)
                .map(entry -> kafka.send(SignatureRecords.entry(entry.listed(), Instant.now())))
                .toList()
                .forEach(sent -> sent.join());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/appeals/" + appeal + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
