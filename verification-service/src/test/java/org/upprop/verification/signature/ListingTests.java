package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.Policy;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.verification.Signatories;

class ListingTests {

    private static final Policy DOMAIN =
            new Policy(Policy.Organisations.DOMAIN_OR_REVIEW, Policy.Comments.OFF, false, false, false);
    private static final Signatory PERSON = Signatories.person("Ada", "ada@example.org");
    private static final Signatory WITH_EVIDENCE = Signatories.organisation("rut@hamn.se", "https://hamn.se");
    private static final Signatory WITHOUT = Signatories.organisation("rut@gmail.com", "https://hamn.se");

    @Test
    void listsPeopleAtOnce() {
        assertThat(Listing.of(PERSON, List.of(), Policy.DEFAULT)).isEqualTo(Listing.AT_ONCE);
    }

    @Test
    void letsEveryOrganisationWaitUnlessTheAppealTakesItsDomainAsEvidence() {
        assertThat(Listing.of(WITH_EVIDENCE, List.of(), Policy.DEFAULT)).isEqualTo(Listing.AFTER_REVIEW);
        assertThat(Listing.of(WITH_EVIDENCE, List.of(), DOMAIN)).isEqualTo(Listing.AT_ONCE);
        assertThat(Listing.of(WITHOUT, List.of(), DOMAIN)).isEqualTo(Listing.AFTER_REVIEW);
    }

    @Test
    void letsWhatWasMarkedWaitForAReviewer() {
        assertThat(Listing.of(PERSON, List.of("burst"), DOMAIN)).isEqualTo(Listing.AFTER_REVIEW);
        assertThat(Listing.of(WITH_EVIDENCE, List.of("burst"), DOMAIN)).isEqualTo(Listing.AFTER_REVIEW);
    }

    @Test
    void letsNobodyWaitWhoTakesAwayWhatStandsBesideAName() {
        List<String> marked = List.of("burst");
        Signatory.Individual ada = Signatories.person("Ada", "ada@example.org");
        Signatory.Individual plain = person(ada.name(), null, null);

        assertThat(ofChange(ada, plain, marked)).isEqualTo(Listing.AT_ONCE);
        assertThat(ofChange(plain, ada, marked)).isEqualTo(Listing.AFTER_REVIEW);
        assertThat(ofChange(ada, person(ada.name(), new Detail("other"), null), marked))
                .isEqualTo(Listing.AFTER_REVIEW);
        assertThat(ofChange(ada, person(new PersonName("Eve"), null, null), marked))
                .isEqualTo(Listing.AFTER_REVIEW);
        assertThat(ofChange(union(new OrganisationName("Parent")), union(null), List.of()))
                .isEqualTo(Listing.AT_ONCE);
        assertThat(ofChange(union(null), union(new OrganisationName("Parent")), List.of()))
                .isEqualTo(Listing.AFTER_REVIEW);
    }

    @Test
    void letsWhoeverWasMarkedWaitToBeShownMoreThanAReviewerSaw() {
        List<String> marked = List.of("burst");

        assertThat(Listing.ofChange(PERSON, ChosenDisplay.HIDDEN, PERSON, ChosenDisplay.FULL, marked))
                .isEqualTo(Listing.AFTER_REVIEW);
        assertThat(Listing.ofChange(PERSON, ChosenDisplay.INITIALS, PERSON, ChosenDisplay.INITIALS_WITH_ROLE, marked))
                .isEqualTo(Listing.AFTER_REVIEW);
        assertThat(Listing.ofChange(PERSON, ChosenDisplay.FULL, PERSON, ChosenDisplay.HIDDEN, marked))
                .isEqualTo(Listing.AT_ONCE);
        assertThat(Listing.ofChange(PERSON, ChosenDisplay.HIDDEN, PERSON, ChosenDisplay.FULL, List.of()))
                .isEqualTo(Listing.AT_ONCE);
    }

    private static Listing ofChange(Signatory from, Signatory to, List<String> screening) {
        return Listing.ofChange(from, ChosenDisplay.FULL, to, ChosenDisplay.FULL, screening);
    }

    private static Signatory.Individual person(PersonName name, @Nullable Detail role, @Nullable Detail city) {
        return new Signatory.Individual(
                name, new EmailAddress("ada@example.org"), role, null, city, null, null, "2022-01");
    }

    private static Signatory union(@Nullable OrganisationName parent) {
        Signatory.Organisation union = (Signatory.Organisation) WITHOUT;
        return new Signatory.Organisation(
                union.name(),
                union.email(),
                union.website(),
                union.organisationType(),
                union.country(),
                union.contact(),
                union.authorised(),
                parent,
                union.consentVersion());
    }
}
