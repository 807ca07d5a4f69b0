package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.Policy;
import org.upprop.signature.Signatory;
import org.upprop.verification.Signatories;

class ListingTests {

    private static final Policy DOMAIN =
            new Policy(Policy.Organisations.DOMAIN_OR_REVIEW, Policy.Comments.OFF, false, false);
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
}
