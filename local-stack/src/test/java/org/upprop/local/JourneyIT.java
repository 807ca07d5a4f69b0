package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.organisation;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.Campaign.Link;
import org.upprop.local.stack.StackUnderTest;
import tools.jackson.databind.JsonNode;

/** What somebody who signs can rely on, from the form to the list. */
@ExtendWith(StackUnderTest.Shared.class)
class JourneyIT {

    private static final Duration HOW_LONG_A_NAME_MAY_STAY = Duration.ofSeconds(60);

    private final StackUnderTest stack;
    private final Campaign campaign;

    JourneyIT(StackUnderTest stack) {
        this.stack = stack;
        this.campaign = Campaign.publishedIn(stack.ports(), stack.token());
    }

    @Test
    void aPersonIsOnTheListOnceTheyHaveConfirmedAndNotBefore() {
        String address = someAddress();
        campaign.submitUntilAccepted(person("Әйгерім Жүнісқызы", address));
        Link link = campaign.linkSentTo(address);
        campaign.awaitNames();

        campaign.decide(link, "full");

        campaign.awaitNames("Әйгерім Жүнісқызы");
        JsonNode item = campaign.items().findFirst().orElseThrow();
        assertThat(item.path("city").asString()).isEqualTo("Göteborg");
        assertThat(item.path("country").asString()).isEqualTo("SE");
        assertThat(item.toString()).doesNotContain(address);
        campaign.awaitCount("total", 1);
        assertThat(campaign.get(campaign.listAddress()).body()).contains("Әйгерім Жүнісқызы");
    }

    @Test
    void theAppealCountsAndNamesItsFirstSignatoriesUntilTheyTakeTheirNamesBack() {
        String address = someAddress();
        campaign.sign(person("Grace Hopper", someAddress()), "full");
        campaign.submitUntilAccepted(person("Ada Lovelace", address));
        String manage = Campaign.json(
                        campaign.decide(campaign.linkSentTo(address), "full").body())
                .path("manageUrl")
                .asString();
        campaign.awaitNames("Grace Hopper", "Ada Lovelace");
        campaign.nameFirst(
                stack.token(),
                campaign.items().map(item -> item.path("id").asString()).toList());
        await().atMost(Campaign.PATIENCE)
                .untilAsserted(() ->
                        assertThat(campaign.page()).contains("Grace Hopper", "Ada Lovelace", "<strong>2</strong>"));

        campaign.postForm(manage, "action=withdraw");

        await().atMost(HOW_LONG_A_NAME_MAY_STAY)
                .untilAsserted(() -> assertThat(campaign.page())
                        .contains("Grace Hopper", "<strong>1</strong>")
                        .doesNotContain("Ada Lovelace"));
    }

    @Test
    void whoeverChoosesInitialsOrToBeHiddenIsCountedAndNotNamed() {
        campaign.sign(person("Ada Lovelace", someAddress()), "initials");
        campaign.sign(person("Grace Hopper", someAddress()), "hidden");

        campaign.awaitNames("A. L.");
        assertThat(campaign.items().findFirst().orElseThrow().path("city").asString(""))
                .isEmpty();
        assertThat(campaign.get(campaign.listAddress()).body())
                .doesNotContain("Lovelace")
                .doesNotContain("Hopper");
        campaign.awaitCount("hidden", 1);
    }

    @Test
    void whoeverAsksForItKeepsWhatStandsBesideTheInitials() {
        campaign.sign(person("Ada Lovelace", someAddress()).put("role", "programmer"), "initials-with-role");

        campaign.awaitNames("A. L.");
        JsonNode ada = campaign.items().findFirst().orElseThrow();
        assertThat(ada.path("role").asString()).isEqualTo("programmer");
        assertThat(ada.path("city").asString()).isEqualTo("Göteborg");
        assertThat(campaign.get(campaign.listAddress()).body())
                .contains("programmer")
                .doesNotContain("Lovelace");
    }

    @Test
    void anOrganisationIsListedAtOnceOnTheEvidenceOfItsDomainAndOtherwiseWhenAReviewerApproves() {
        String domain = "u" + UUID.randomUUID() + ".example.org";
        campaign.sign(
                organisation("Waiting", someAddress(), "https://" + domain.replace(".org", ".net")), "authorised");
        campaign.sign(organisation("Listed", "office@" + domain, "https://" + domain), "authorised");

        campaign.awaitNames("Listed");
        campaign.awaitCount("organisations", 1);

        campaign.approve(campaign.awaitWaiting(1).getFirst());

        campaign.awaitNames("Listed", "Waiting");
        campaign.awaitWaiting(0);
    }

    @Test
    void aPersonWhosePasswordManagerFillsInEverythingAtOnceIsOnTheListWhenAReviewerApproves() {
        String address = someAddress();
        Map<String, String> form = campaign.form("Quick Ada", address);
        form.put("subject", "Quick Ada");
        assertThat(campaign.press(form).status()).contains("202");
        campaign.decide(campaign.linkSentTo(address), "full");

        JsonNode waiting = campaign.awaitWaiting(1).getFirst();
        assertThat(waiting.path("screening").toString()).isEqualTo("[\"honeypot\",\"fast\"]");
        assertThat(waiting.path("name").asString()).isEqualTo("Quick Ada");
        assertThat(waiting.toString()).doesNotContain(address);
        campaign.awaitNames();

        campaign.approve(waiting);

        campaign.awaitNames("Quick Ada");
    }

    @Test
    void whoeverSignsThreeTimesGetsOneMailAtOnceAndOneEntry() {
        String address = someAddress();
        for (int i = 0; i < 3; i++) {
            campaign.submitUntilAccepted(person("Ada", address));
        }
        Link link = campaign.linkSentTo(address);

        // Once another's signature has passed, whatever these caused has passed too.
        campaign.sign(person("Grace", someAddress()), "full");
        campaign.awaitNames("Grace");
        assertThat(campaign.linksSentTo(address)).hasSize(1);

        campaign.decide(link, "full");
        campaign.awaitNames("Ada", "Grace");
        campaign.awaitCount("total", 2);
    }

    @Test
    void openingTheLinkShowsAPageAndChangesNothing() {
        String address = someAddress();
        campaign.submitUntilAccepted(person("Ada", address));
        Link link = campaign.linkSentTo(address);

        assertThat(campaign.get(link.page()).statusCode()).isEqualTo(200);
        assertThat(campaign.get(link.page()).body()).contains("Ada").contains("name=\"decision\"");
        assertThat(campaign.head(link.page()).statusCode()).isEqualTo(200);

        campaign.sign(person("Grace", someAddress()), "full");
        campaign.awaitNames("Grace");
        assertThat(campaign.decide(link, "full").statusCode()).isEqualTo(200);
        campaign.awaitNames("Ada", "Grace");
    }

    @Test
    void sendingTheFormWithoutADecisionIsRefusedAndChangesNothing() {
        String address = someAddress();
        campaign.submitUntilAccepted(person("Ada", address));
        Link link = campaign.linkSentTo(address);

        assertThat(campaign.postForm(link.page(), "").statusCode()).isEqualTo(422);
        assertThat(campaign.post(link.json(), "{}").statusCode()).isEqualTo(422);

        assertThat(campaign.decide(link, "full").statusCode()).isEqualTo(200);
        campaign.awaitNames("Ada");
    }

    @Test
    void decidingTwiceLeavesWhatWasDecided() {
        String address = someAddress();
        campaign.submitUntilAccepted(person("Ada", address));
        Link link = campaign.linkSentTo(address);
        campaign.decide(link, "full");
        campaign.awaitNames("Ada");

        assertThat(campaign.decide(link, "full").statusCode()).isEqualTo(200);

        campaign.sign(person("Grace", someAddress()), "full");
        campaign.awaitNames("Ada", "Grace");
        campaign.awaitCount("total", 2);
    }
}
