package org.upprop.publication.list.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.EntryId;
import org.upprop.signature.Website;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;

/**
 * One name as the page shows it.
 *
 * @param website where the name leads, if it does
 * @param typed what its owner wrote beside the name
 * @param told what the page says beside it, in the reader's language
 * @param report where a reader says what is wrong with it, on a page for that
 * @param branches those that name it as the organisation that they are part of
 */
public record NameView(
        String name,
        @Nullable String website,
        List<String> typed,
        List<String> told,
        @Nullable String comment,
        @Nullable String report,
        List<NameView> branches) {

    public NameView {
        typed = List.copyOf(typed);
        told = List.copyOf(told);
        branches = List.copyOf(branches);
    }

    /** How names are shown to one reader. */
    record Showing(Words words, PublicUrls urls, boolean reporting) {

        /** A person, the day by UTC. */
        NameView person(ListedSignatory signatory) {
            return name(
                    signatory,
                    present(signatory.role(), signatory.affiliation(), signatory.city()),
                    present(country(signatory), words.day(signatory.listedAt())),
                    List.of());
        }

        /**
         * An organisation.
         *
         * @param says what it says of itself that does not show in where it stands
         */
        NameView organisation(ListedSignatory signatory, @Nullable String says, List<NameView> branches) {
            return name(signatory, present(signatory.city()), present(says, country(signatory)), branches);
        }

        private NameView name(
                ListedSignatory signatory, List<String> typed, List<String> told, List<NameView> branches) {
            return new NameView(
                    signatory.name(),
                    safe(signatory.website()),
                    typed,
                    told,
                    signatory.comment(),
                    reporting ? urls.reportPage(new EntryId(signatory.id())) + "?lang=" + words.tag() : null,
                    branches);
        }

        private @Nullable String country(ListedSignatory signatory) {
            String code = signatory.country();
            return code == null ? null : words.country(code);
        }
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
