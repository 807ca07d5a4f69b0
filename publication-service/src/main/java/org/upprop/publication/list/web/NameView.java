package org.upprop.publication.list.web;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.EntryId;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.Website;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;

/**
 * One name as the page shows it.
 *
 * @param website where the name leads, if it does
 * @param beside what stands beside the name, in the reader's language where it has one
 * @param place where they are, the smaller first
 * @param since when a person signed; organisations are not listed by time
 * @param report where a reader says what is wrong with it
 */
public record NameView(
        String name,
        @Nullable String website,
        List<String> beside,
        List<String> place,
        @Nullable Instant since,
        @Nullable String comment,
        URI report) {

    static NameView of(ListedSignatory signatory, Words words, PublicUrls urls) {
        String country = signatory.country();
        boolean person = signatory.kind() == SignatoryKind.INDIVIDUAL;
        return new NameView(
                signatory.name(),
                safe(signatory.website()),
                person
                        ? present(signatory.role(), signatory.affiliation())
                        : present(type(signatory, words), parent(signatory, words)),
                present(signatory.city(), country == null ? null : words.country(country)),
                person ? signatory.listedAt() : null,
                signatory.comment(),
                urls.reportPage(new EntryId(signatory.id())));
    }

    /** The day by UTC, as machines read it. */
    public String isoDay() {
        return since == null ? "" : since.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static @Nullable String type(ListedSignatory signatory, Words words) {
        return signatory.organisationType() == null
                ? null
                : words.say("type." + signatory.organisationType().name());
    }

    private static @Nullable String parent(ListedSignatory signatory, Words words) {
        return signatory.parent() == null ? null : words.say("partOf", signatory.parent());
    }

    private static List<String> present(@Nullable String... values) {
        return Stream.of(values)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** An address that is no website, such as one that runs a script, leads nowhere. */
    private static @Nullable String safe(@Nullable String address) {
        try {
            return address == null ? null : new Website(address).value();
        } catch (InvalidValue unsafe) {
            return null;
        }
    }
}
