package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.Campaign.Link;
import org.upprop.local.stack.StackUnderTest;

/** What somebody can find out who enters the address of another. */
@ExtendWith(StackUnderTest.Shared.class)
class SecrecyIT {

    private final Campaign campaign;

    SecrecyIT(StackUnderTest stack) {
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void theApiAnswersEveryAddressWithTheSameBytes() {
        assertAllTheSame(answers(addresses(), address -> campaign.submitRaw(person("Eve", address), null)));
    }

    @Test
    void theApiAnswersEveryAddressWithTheSameBytesUnderAKeyToo() {
        Map<String, RawAnswer> answers = answers(
                addresses(),
                address -> campaign.submitRaw(
                        person("Eve", address), UUID.randomUUID().toString()));

        assertAllTheSame(answers);
    }

    /** The page repeats the address to whoever typed it, and tells how long the queue of mails is just then. */
    @Test
    void theFormAnswersEveryAddressWithTheSameBytes() {
        Map<String, String> form = campaign.form("Eve", "");
        Map<String, String> addresses = addresses();

        await().atMost(Campaign.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertAllTheSame(answers(addresses, address -> {
                    form.put("email", address);
                    form.put(
                            "key", UUID.randomUUID().toString().replace("-", "").substring(0, 22));
                    return campaign.press(form).without(address, form.get("key"));
                })));
    }

    @Test
    void aSignatureThatIsSentAgainUnderItsKeyGetsTheSameAnswerWhateverBecameOfIt() {
        String address = someAddress();
        String key = UUID.randomUUID().toString();
        RawAnswer first = campaign.submitRaw(person("Ada", address), key);
        Link link = campaign.linkSentTo(address);
        RawAnswer whenPending = campaign.submitRaw(person("Ada", address), key);
        campaign.decide(link, "full");
        campaign.awaitNames("Ada");
        RawAnswer whenConfirmed = campaign.submitRaw(person("Ada", address), key);
        campaign.withdraw(link);
        campaign.awaitNames();
        RawAnswer whenWithdrawn = campaign.submitRaw(person("Ada", address), key);

        assertThat(first.status()).contains("202");
        assertThat(Arrays.asList(whenPending, whenConfirmed, whenWithdrawn))
                .extracting(RawAnswer::withoutTime)
                .containsOnly(first.withoutTime());
        campaign.sign(person("Grace", someAddress()), "full");
        campaign.awaitNames("Grace");
        assertThat(campaign.linksSentTo(address)).hasSize(1);
    }

    @Test
    void nothingIsTracedUnlessSomebodyTurnsItOn() {
        campaign.sign(person("Ada", someAddress()), "full");
        campaign.awaitNames("Ada");

        assertThat(List.of("signatures.submitted.v1", "signatures.verified.v1"))
                .allSatisfy(topic -> assertThat(campaign.recordsOn(topic))
                        .singleElement()
                        .satisfies(record -> assertThat(StackTopic.header(record, "traceparent"))
                                .isEmpty()));
    }

    /** An address in each state that one can be in, but for a new one. */
    private Map<String, String> addresses() {
        String pending = someAddress();
        campaign.submitUntilAccepted(person("Ada", pending));
        campaign.linkSentTo(pending);

        String withdrawn = someAddress();
        campaign.sign(person("Bo", withdrawn), "full");
        campaign.awaitNames("Bo");
        campaign.withdraw(campaign.linkSentTo(withdrawn));

        String confirmed = someAddress();
        campaign.sign(person("Cy", confirmed), "full");
        campaign.awaitNames("Cy");

        return Map.of("pending", pending, "confirmed", confirmed, "withdrawn", withdrawn);
    }

    /** What is answered about each of them, and about one that is new. */
    private static Map<String, RawAnswer> answers(Map<String, String> addresses, Function<String, RawAnswer> ask) {
        Map<String, RawAnswer> answers = new LinkedHashMap<>();
        answers.put("new", ask.apply(someAddress()));
        addresses.forEach((state, address) -> answers.put(state, ask.apply(address)));
        return answers;
    }

    private static void assertAllTheSame(Map<String, RawAnswer> answers) {
        RawAnswer ofNew = answers.values().iterator().next();
        assertThat(ofNew.status()).contains("202");
        answers.forEach((state, answer) ->
                assertThat(answer.withoutIdsAndTime()).as(state).isEqualTo(ofNew.withoutIdsAndTime()));
    }
}
