package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.JsonNode;

/** What the stack says to those whom it cannot serve: problem details, and never what they sent. */
@ExtendWith(StackUnderTest.Shared.class)
class RefusalIT {

    private final StackUnderTest stack;
    private final Campaign campaign;

    RefusalIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void knowsNoOtherAppeals() {
        HttpResponse<String> answer =
                campaign.submitTo("nothing-here", person("Ada", someAddress()).toString());

        assertThat(problem(answer, 404).path("type").asString()).isNotEmpty();
    }

    @Test
    void cannotReadHalfOfAJson() {
        problem(campaign.submit("{\"kind\": \"individual\""), 400);
    }

    @Test
    void namesEachFieldThatIsMissingOrWrong() {
        var signature = person("Ada", "no address").put("country", "XX");

        JsonNode problem = problem(campaign.submit(signature), 422);

        assertThat(problem.path("errors").valueStream())
                .extracting(error -> error.path("pointer").asString())
                .contains("/email", "/country");
        assertThat(problem.toString()).doesNotContain("no address");
    }

    @Test
    void takesAnAppealFromTheOrganiserOnly() {
        problem(Campaign.publish(stack.ports(), "somebody-elses", "no token"), 401);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = Campaign.json(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }
}
