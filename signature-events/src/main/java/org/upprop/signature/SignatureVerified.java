package org.upprop.signature;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.text.InvalidValue;

/**
 * An entry of the public list as its owner released it: the value of {@code signatures.verified.v1}, whose key is the
 * entry id. It holds nothing that was not released.
 *
 * @param version counts the states of this entry from 1
 * @param display what was released; a {@code hidden} entry has no name and nothing beside it
 * @param listedAt when the entry first came on the list
 * @param appealVersion the version of the appeal that was signed
 */
public record SignatureVerified(
        EntryId entryId,
        AppealSlug appeal,
        long version,
        SignatoryKind kind,
        Display display,
        @Nullable String name,
        @Nullable String role,
        @Nullable String affiliation,
        @Nullable String city,
        @Nullable Country country,
        @Nullable String website,
        @Nullable OrganisationType organisationType,
        @Nullable String parent,
        @Nullable String comment,
        Instant listedAt,
        int appealVersion,
        String locale,
        String source)
        implements EntryEvent {

    public SignatureVerified {
        Stream.of(entryId, appeal, kind, display, listedAt, locale, source).forEach(Objects::requireNonNull);
        if (version < 1) {
            throw new InvalidValue("version.invalid", "Must be 1 or more.");
        }
        if ((name == null) != (display == Display.HIDDEN)) {
            throw new InvalidValue("name.display", "A hidden entry has no name, and every other one has.");
        }
    }
}
