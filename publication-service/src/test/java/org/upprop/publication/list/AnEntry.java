package org.upprop.publication.list;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Country;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.EntryId;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureVerified;

/** Says in tests who is on a list: {@code AnEntry.of("Ada").on(appeal).from("IE").listed()}. */
public record AnEntry(
        EntryId id,
        AppealSlug appeal,
        long version,
        SignatoryKind kind,
        Display display,
        String name,
        @Nullable String country,
        @Nullable String website,
        OrganisationType type,
        @Nullable String parent,
        Instant listedAt) {

    private static final Instant LISTED = Instant.parse("2022-01-12T10:00:00Z");

    public static AnEntry of(String person) {
        return new AnEntry(
                EntryId.random(),
                new AppealSlug("some-appeal"),
                1,
                SignatoryKind.INDIVIDUAL,
                Display.FULL,
                person,
                null,
                null,
                OrganisationType.TRADE_UNION,
                null,
                LISTED);
    }

    public static AnEntry ofOrganisation(String name) {
        return of(name).as(SignatoryKind.ORGANISATION).leadingTo("https://example.org/");
    }

    public AnEntry on(AppealSlug other) {
        return new AnEntry(id, other, version, kind, display, name, country, website, type, parent, listedAt);
    }

    public AnEntry as(SignatoryKind other) {
        return new AnEntry(id, appeal, version, other, display, name, country, website, type, parent, listedAt);
    }

    public AnEntry inVersion(long other) {
        return new AnEntry(id, appeal, other, kind, display, name, country, website, type, parent, listedAt);
    }

    public AnEntry named(String other) {
        return new AnEntry(id, appeal, version, kind, display, other, country, website, type, parent, listedAt);
    }

    public AnEntry shown(Display other) {
        return new AnEntry(id, appeal, version, kind, other, name, country, website, type, parent, listedAt);
    }

    public AnEntry from(String other) {
        return new AnEntry(id, appeal, version, kind, display, name, other, website, type, parent, listedAt);
    }

    public AnEntry leadingTo(String other) {
        return new AnEntry(id, appeal, version, kind, display, name, country, other, type, parent, listedAt);
    }

    public AnEntry ofType(OrganisationType other) {
        return new AnEntry(id, appeal, version, kind, display, name, country, website, other, parent, listedAt);
    }

    public AnEntry partOf(String other) {
        return new AnEntry(id, appeal, version, kind, display, name, country, website, type, other, listedAt);
    }

    public AnEntry later(Duration other) {
        return new AnEntry(
                id, appeal, version, kind, display, name, country, website, type, parent, listedAt.plus(other));
    }

    /** The event that shows it. */
    public EntryEvent listed() {
        boolean hidden = display == Display.HIDDEN;
        boolean organisation = kind == SignatoryKind.ORGANISATION;
        return new SignatureVerified(
                id,
                appeal,
                version,
                kind,
                display,
                hidden ? null : name,
                organisation || hidden ? null : "Baker",
                null,
                organisation || hidden ? null : "Cork",
                country == null || hidden ? null : new Country(country),
                hidden ? null : website,
                organisation ? type : null,
                organisation ? parent : null,
                null,
                listedAt,
                1,
                "en",
                "direct");
    }

    /** The event that takes it off. */
    public EntryEvent removed() {
        return new EntryRemoved(id, appeal, version);
    }
}
