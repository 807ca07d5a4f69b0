package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.PATIENCE;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.Campaign.Link;
import org.upprop.local.stack.StackUnderTest;

/** What happens to signatures while a part of the stack is away. */
@ExtendWith(StackUnderTest.Shared.class)
class OutageIT {

    /** How many mails a service has on their way at once, by default. */
    private static final int CONVERSATIONS = 4;

    private final StackUnderTest stack;
    private final Campaign campaign;

    OutageIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @AfterEach
    void everythingThatWasAcceptedIsAccountedFor() {
        campaign.awaitLedgerBalanced();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "verification", "publication"})
    void aServiceThatIsKilledLosesAndDoublesNothing(String service) {
        String before = someAddress();
        campaign.submitUntilAccepted(person("Ada", before));
        long pid = stack.pid(service);

        stack.kill(service);
        stack.awaitBack(service, pid);

        campaign.sign(person("Grace", someAddress()), "full");
        campaign.decide(campaign.linkSentTo(before), "full");
        campaign.awaitNames("Ada", "Grace");
        campaign.awaitCount("total", 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void aServerThatIsKilledComesBackWithEverything(String server) {
        String before = someAddress();
        campaign.sign(person("Ada", someAddress()), "full");
        campaign.submitUntilAccepted(person("Grace", before));
        long pid = stack.pid(server);

        stack.kill(server);
        stack.awaitBack(server, pid);

        campaign.submitUntilAccepted(person("Mary", someAddress()));
        Link link = campaign.linkSentTo(before);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(campaign.decide(link, "full").statusCode()).isEqualTo(200));
        campaign.awaitNames("Ada", "Grace");
    }

    @Test
    void aServiceThatIsKilledAmongMailsSendsOneMoreAtMostForEachConversation() {
        List<String> people = Stream.generate(Campaign::someAddress).limit(120).toList();
        long pid = stack.pid("verification");

        for (int person = 0; person < people.size(); person++) {
            campaign.submitUntilAccepted(person("Ada", people.get(person)));
            if (person == people.size() / 2) {
                stack.kill("verification");
            }
        }
        stack.awaitBack("verification", pid);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(people)
                        .noneMatch(address -> campaign.linksSentTo(address).isEmpty()));
        int mails = people.stream()
                .mapToInt(address -> campaign.linksSentTo(address).size())
                .sum();
        assertThat(mails).isBetween(people.size(), people.size() + CONVERSATIONS);
    }

    @Test
    void withoutPostgresqlSignaturesAreTakenAndAppearLater() {
        campaign.sign(person("Ada", someAddress()), "full");
        campaign.awaitNames("Ada");
        String meanwhile = someAddress();

        stack.stop("postgres");
        try {
            assertThat(campaign.submit(person("Grace", meanwhile)).statusCode()).isEqualTo(202);
        } finally {
            stack.start("postgres");
        }

        campaign.decide(campaign.linkSentTo(meanwhile), "full");
        campaign.awaitNames("Ada", "Grace");
        assertThat(campaign.linksSentTo(meanwhile)).hasSize(1);
    }

    @Test
    void withoutABrokerNothingIsSaidToBeAccepted() {
        String address = someAddress();

        stack.stop("kafka");
        try {
            Instant start = Instant.now();
            HttpResponse<String> answer = campaign.submit(person("Ada", address));
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            stack.start("kafka");
        }
        campaign.submitUntilAccepted(person("Ada", address));
        campaign.decide(campaign.linkSentTo(address), "full");
        campaign.awaitNames("Ada");
    }
}
