package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.PATIENCE;
import static org.upprop.local.Campaign.organisation;
import static org.upprop.local.Campaign.someAddress;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.upprop.local.stack.StackUnderTest;

/** Tokens that one command makes and another revokes, in every service. */
@ExtendWith({StackUnderTest.Shared.class, OutputCaptureExtension.class})
class TokensIT {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final StackUnderTest stack;
    private final Campaign campaign;

    TokensIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void letAnOrganiserPublishOneAppealAndExportItsList(CapturedOutput output) {
        Campaign other = Campaign.publishedIn(stack.ports(), stack.token());
        await().atMost(PATIENCE)
                .until(() -> token("make", "--role=organiser", "--holder=olle", "--appeal=" + campaign.slug()) == 0);
        String token = madeLast(output);

        await().atMost(AT_ONCE).until(() -> publish(campaign, token).statusCode() == 200);
        HttpResponse<String> refused = publish(other, token);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("The token is for other appeals");
        assertThat(export(campaign, token).statusCode()).isEqualTo(200);
        assertThat(export(other, token).statusCode()).isEqualTo(403);
        assertThat(campaign.reviewsBy(token).statusCode()).isEqualTo(401);

        assertThat(token("list")).isZero();
        assertThat(output.getOut().lines())
                .anyMatch(
                        line -> line.contains("organiser") && line.contains("olle") && line.endsWith(campaign.slug()));
    }

    @Test
    void letAReviewerReviewUntilTheyAreRevoked(CapturedOutput output) {
        campaign.sign(organisation("Hamnarbetarna", someAddress(), "https://elsewhere.example.org/"), "authorised");
        campaign.awaitWaiting(1);
        assertThat(token("make", "--role=reviewer", "--holder=rut", "--days=30"))
                .isZero();
        String token = madeLast(output);
        String id = output.getErr().replaceAll("(?s).*The token (\\w+) of rut;.*", "$1");

        await().atMost(AT_ONCE).until(() -> campaign.reviewsBy(token).statusCode() == 200);
        campaign.approve(campaign.awaitWaiting(1).getFirst(), token);
        campaign.awaitWaiting(0);

        assertThat(token("revoke", id)).isZero();
        await().atMost(AT_ONCE).until(() -> campaign.reviewsBy(token).statusCode() == 401);
        assertThat(token("revoke", id)).isEqualTo(2);
        assertThat(output.getErr()).contains("There is no such token");
    }

    @Test
    void areOnNoTopic(CapturedOutput output) {
        assertThat(token("make", "--role=viewer", "--holder=vera")).isZero();
        String token = madeLast(output);

        List<String> values = valuesOf("tokens.v1");
        assertThat(values).anyMatch(value -> value.contains("\"holder\":\"vera\""));
        assertThat(values).noneMatch(value -> value.contains(token));
        assertThat(valuesOf("audit.v1"))
                .anyMatch(value -> value.contains("token-made") && value.contains("vera"))
                .noneMatch(value -> value.contains(token));
    }

    @Test
    void areNotMadeWhereSomethingIsWrong(CapturedOutput output) {
        assertThat(token("make", "--role=operator", "--holder=rut", "--appeal=" + campaign.slug()))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("Only an organiser's or a reviewer's token can be for some appeals");
        assertThat(Upprop.execute("token", "list", monitor(), "--token=somebody-elses-token"))
                .isEqualTo(2);
        assertThat(output.getErr()).contains("The token is not an operator's.");
    }

    private int token(String... arguments) {
        List<String> line = new ArrayList<>(List.of("token"));
        line.addAll(List.of(arguments));
        line.addAll(List.of(monitor(), "--token=" + stack.token()));
        return Upprop.execute(line.toArray(String[]::new));
    }

    private String monitor() {
        return "--monitor=http://localhost:" + stack.ports().monitor();
    }

    private static String madeLast(CapturedOutput output) {
        return output.getOut()
                .lines()
                .filter(line -> line.matches("[A-Za-z0-9_-]{43}"))
                .toList()
                .getLast();
    }

    private HttpResponse<String> publish(Campaign appeal, String token) {
        return Campaign.publish(stack.ports(), appeal.slug(), token);
    }

    private HttpResponse<String> export(Campaign appeal, String token) {
        return appeal.get(
                "http://localhost:%d/api/v1/appeals/%s/signatories.csv"
                        .formatted(stack.ports().publication(), appeal.slug()),
                token);
    }

    private List<String> valuesOf(String topic) {
        return StackTopic.read(stack.ports(), topic).stream()
                .filter(record -> record.value() != null)
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
