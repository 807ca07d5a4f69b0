package org.upprop.verification.signature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.verification.Signatories;

class DomainEvidenceTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            info@hamn.se,            https://hamn.se
            rut@hamn.se,             https://www.hamn.se/om-oss
            rut@kansli.hamn.se,      https://hamn.se
            rut@hamn.se,             https://blogg.hamn.se
            rut@union.org.uk,        https://union.org.uk
            rut@smörgås.se,          https://xn--smrgs-pra0j.se
            rut@upprop.github.io,    https://upprop.github.io
            """)
    void isAnAddressOnTheDomainOfTheOwnSite(String email, String website) {
        assertThat(DomainEvidence.speaksFor(Signatories.organisation(email, website)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            rut@gmail.com,           https://hamn.se
            rut@gmail.com,           https://gmail.com
            rut@telia.se,            https://telia.se
            rut@mail.telenet.be,     https://telenet.be
            rut@comcast.net,         https://comcast.net
            rut@bigpond.net.au,      https://www.bigpond.net.au
            rut@annan.se,            https://hamn.se
            rut@other.org.uk,        https://union.org.uk
            rut@other.github.io,     https://upprop.github.io
            rut@mit.edu,             https://mit.edu
            rut@ox.ac.uk,            https://union.ox.ac.uk
            rut@unimelb.edu.au,      https://unimelb.edu.au
            rut@lu.se,               https://lu.se
            rut@student.liu.se,      https://liu.se
            rut@chalmers.se,         https://chalmers.se
            rut@uni-heidelberg.de,   https://uni-heidelberg.de
            rut@unibo.it,            https://unibo.it
            rut@stockholm.se,        https://stockholm.se
            rut@polisen.se,          https://polisen.se
            rut@state.gov,           https://state.gov
            rut@dept.gov.uk,         https://dept.gov.uk
            rut@army.mil,            https://army.mil
            rut@who.int,             https://who.int
            rut@ec.europa.eu,        https://ec.europa.eu
            rut@facebook.com,        https://facebook.com/hamn
            rut@mailinator.com,      https://mailinator.com
            rut@x.mailinator.com,    https://mailinator.com
            """)
    void isNothingThatAnybodyOrThousandsCouldHave(String email, String website) {
        assertThat(DomainEvidence.speaksFor(Signatories.organisation(email, website)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gmail.com, true", "liu.se, true", "mit.edu, true", "ox.ac.uk, true", "hamn.se, false", "local, false"})
    void knowsTheDomainsOfMany(String domain, boolean ofMany) {
        assertThat(DomainEvidence.isOfMany(domain)).isEqualTo(ofMany);
    }
}
