package org.upprop.monitor.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.infrastructure.test.SmallServer;
import org.upprop.monitor.MonitorUnderTest;
import org.upprop.monitor.flow.PipelineWatch;

/** The monitor shows what verification tells, and says so while it tells nothing. */
@OnRealInfrastructure(properties = {"upprop.monitor.funnel=200ms", "upprop.monitor.ledger=200ms"})
class FunnelIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String VIEWER = "the token of vera";
    private static final SmallServer VERIFICATION = new SmallServer(FunnelIT::told);

    @Autowired
    private PipelineWatch pipeline;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("upprop.verification.management-url", VERIFICATION::url);
    }

    @BeforeEach
    void awaitTheFlow() {
        await().atMost(PATIENCE).until(() -> pipeline.pipeline().isPresent());
    }

    @AfterEach
    void recover() {
        VERIFICATION.recover();
    }

    @Test
    void tellsWhoMayLookHowManyCameHowFar() throws Exception {
        assertThat(monitor().api("GET", "/api/v1/funnel", null, null).statusCode())
                .isEqualTo(401);

        assertThat(awaitApi(answer -> answer.body().contains("\"day\":{")))
                .contains("""
                        "mailQueue":{"due":7,"leaving":2,"failed":1,"capped":3,"oldestSeconds":90,"expectedSeconds":null,\
                        "held":true}""")
                .contains("""
                        "minute":{"asOf":"2022-01-12T10:59:30Z","begin":"2022-01-12T10:00:00Z","stepSeconds":60,"steps":60,\
                        "total":{"accepted":60,"mailed":30,"confirmed":21,"listed":20},"passed":[{"appeal":"kazakhstan-2022",\
                        "from":"2022-01-12T10:57:00Z","accepted":40,"mailed":20,"confirmed":15,"listed":15},""")
                .contains("\"hour\":{", "\"day\":{", "\"passed\":[]");
    }

    @Test
    void showsItOnAPage() throws Exception {
        assertThat(monitor().page("GET", "/funnel", "", "").headers().firstValue("Location"))
                .contains("/sign-in");
        String cookie = monitor().cookie(VIEWER);

        assertThat(awaitPage("/funnel", cookie, "Funnel"))
                .contains(
                        "<p class=\"sum\">60</p>",
                        "50% of the step before",
                        "70% of the step before",
                        "95% of the step")
                .contains("The last hour, by minute", "The last day, by hour", "The last 14 days")
                .contains("<bdi>kazakhstan-2022</bdi>", "<bdi>another-appeal</bdi>")
                .contains("Counted on <time datetime=\"2022-01-12T10:59:30Z\">", "Nothing came.")
                .doesNotContain("Verification does not tell");
        assertThat(monitor().page("GET", "/funnel?span=hour", cookie, "").body())
                .contains("href=\"?span=hour#appeals\" aria-current=\"true\"")
                .doesNotContain("<bdi>kazakhstan-2022</bdi>");
        assertThat(monitor().page("GET", "/funnel?span=day&lang=sv", cookie, "").body())
                .contains("<html lang=\"sv\"", "Mottagna", "På listan");
    }

    @Test
    void showsIntakeAndTheMailsInTheFlow() throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(flow())
                        .containsSubsequence(
                                "id=\"intake\"", "id=\"verification\"", "id=\"mails\"", "id=\"publication\"")
                        .containsSubsequence(
                                "<span class=\"stopped\">Held</span>",
                                "<dd>7</dd>",
                                "<dd>1 min 30 s</dd>",
                                "<dd>not known</dd>"));
    }

    @Test
    void saysSoWhileVerificationDoesNotTell() throws Exception {
        String cookie = monitor().cookie(VIEWER);
        awaitApi(answer -> answer.statusCode() == 200);

        VERIFICATION.answerWith(500);

        awaitApi(answer -> answer.statusCode() == 503
                && answer.headers().firstValue("Retry-After").isPresent());
        assertThat(monitor().page("GET", "/funnel", cookie, "").body())
                .contains("Verification does not tell all of it now.")
                .doesNotContain("<p class=\"sum\">");
        assertThat(flow()).contains("id=\"intake\"").doesNotContain("id=\"mails\"");

        VERIFICATION.recover();

        awaitApi(answer -> answer.statusCode() == 200);
    }

    @Test
    void goesOnLookingAtTheBrokerWhileVerificationHangs() {
        VERIFICATION.hang();

        await().during(Duration.ofSeconds(5))
                .atMost(PATIENCE)
                .until(() -> pipeline.pipeline()
                        .filter(seen -> seen.asOf().isAfter(Instant.now().minusSeconds(2)))
                        .isPresent());
    }

    /** What it tells of the last hour; nothing came before. */
    private static String told(URI address) {
        return switch (address.getPath()) {
            case "/actuator/mail-queue" -> """
                {"due":7,"leaving":2,"failed":1,"capped":3,"oldestSeconds":90,"held":true}""";
            case "/actuator/funnel/minute" -> """
                {"asOf":"2022-01-12T10:59:30Z","begin":"2022-01-12T10:00:00Z","stepSeconds":60,"steps":60,"passed":[
                {"appeal":"kazakhstan-2022","from":"2022-01-12T10:57:00Z","accepted":40,"mailed":20,"confirmed":15,"listed":15},
                {"appeal":"another-appeal","from":"2022-01-12T10:58:00Z","accepted":20,"mailed":10,"confirmed":6,"listed":5}]}""";
            case "/actuator/funnel/hour", "/actuator/funnel/day" -> """
                {"asOf":"2022-01-12T10:59:30Z","begin":"2022-01-11T11:00:00Z","stepSeconds":3600,"steps":24,"passed":[]}""";
            case "/actuator/ledger" -> """
                {"read":0,"firstSeen":0,"repeated":0,"passedOver":0,"setAside":0,"lostRecords":0,"states":{},"forgotten":0,\
                "lostSubmissions":0,"next":{}}""";
            default -> throw new IllegalArgumentException("Nobody asks for " + address);
        };
    }

    private String awaitApi(Predicate<HttpResponse<String>> right) {
        return await().atMost(PATIENCE)
                .until(() -> monitor().api("GET", "/api/v1/funnel", VIEWER, null), right)
                .body();
    }

    private String awaitPage(String path, String cookie, String text) {
        return await().atMost(PATIENCE)
                .until(
                        () -> monitor().page("GET", path, cookie, "").body(),
                        page -> page.contains(text) && !page.contains("class=\"away\""));
    }

    private String flow() throws Exception {
        return monitor().page("GET", "/", "", "").body();
    }

    private MonitorUnderTest monitor() {
        return new MonitorUnderTest(port);
    }
}
