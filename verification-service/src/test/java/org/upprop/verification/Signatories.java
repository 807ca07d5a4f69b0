package org.upprop.verification;

import org.jspecify.annotations.Nullable;
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
        return person(name, email, "shop steward", "Sjöfolk 12", "Göteborg");
    }

    public static Signatory.Individual person(
            String name, String email, @Nullable String role, @Nullable String affiliation, @Nullable String city) {
        return new Signatory.Individual(
                new PersonName(name),
                new EmailAddress(email),
                detail(role),
                detail(affiliation),
                detail(city),
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

    private static @Nullable Detail detail(@Nullable String text) {
        return text == null ? null : new Detail(text);
    }
}
