package org.upprop.verification;

import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.Signatory;
import org.upprop.signature.Website;

/** People and organisations to test with. */
public final class Signatories {

    private Signatories() {}

    public static Signatory.Individual person(String name, String email) {
        return new Signatory.Individual(
                new PersonName(name),
                new EmailAddress(email),
                new Detail("shop steward"),
                new Detail("Sjöfolk 12"),
                new Detail("Göteborg"),
                new Country("SE"),
                null,
                "2022-01");
    }

    public static Signatory.Organisation organisation(String email, String website) {
        return new Signatory.Organisation(
                new OrganisationName("Hamnarbetarna"),
                new EmailAddress(email),
                new Website(website),
                OrganisationType.TRADE_UNION,
                new Country("SE"),
                new Signatory.Contact(new PersonName("Rut Berg"), new Detail("secretary")),
                true,
                null,
                "2022-01");
    }
}
