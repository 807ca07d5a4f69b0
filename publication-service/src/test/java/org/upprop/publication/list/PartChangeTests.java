package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.publication.list.Dimension.COUNTRY;
import static org.upprop.publication.list.Dimension.HOUR;
import static org.upprop.publication.list.Dimension.LOCALE;
import static org.upprop.publication.list.Dimension.SOURCE;
import static org.upprop.signature.SignatoryKind.INDIVIDUAL;
import static org.upprop.signature.SignatoryKind.ORGANISATION;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.EntryChange.Standing;
import org.upprop.publication.list.PartChange.Part;
import org.upprop.signature.Display;
import org.upprop.signature.SignatoryKind;

class PartChangeTests {

    private static final AppealSlug BREAD = new AppealSlug("bread");

    @Test
    void countsAnEntryInEachDimension() {
        assertThat(PartChange.of(List.of(new EntryChange(null, entry(INDIVIDUAL, "IE")))))
                .containsExactly(
                        change(COUNTRY, "IE", 1, 0),
                        change(SOURCE, "direct", 1, 0),
                        change(LOCALE, "en", 1, 0),
                        change(HOUR, "2022-01-12T10:00:00Z", 1, 0));
    }

    @Test
    void movesOnlyWhatChanged() {
        assertThat(PartChange.of(List.of(new EntryChange(entry(INDIVIDUAL, "IE"), entry(INDIVIDUAL, "SE")))))
                .containsExactly(change(COUNTRY, "IE", -1, 0), change(COUNTRY, "SE", 1, 0));
    }

    @Test
    void countsAmongThoseWhoDidNotSayWhereTheyAreWhoeverTakesThatBack() {
        assertThat(PartChange.of(List.of(new EntryChange(entry(ORGANISATION, "IE"), entry(ORGANISATION, null)))))
                .containsExactly(change(COUNTRY, "", 0, 1), change(COUNTRY, "IE", 0, -1));
    }

    @Test
    void isNothingWhereOnlyASpellingChanged() {
        assertThat(PartChange.of(List.of(new EntryChange(entry(INDIVIDUAL, "IE"), entry(INDIVIDUAL, "IE")))))
                .isEmpty();
    }

    private static PartChange change(Dimension dimension, String value, long individuals, long organisations) {
        return new PartChange(new Part(BREAD, dimension, value), individuals, organisations);
    }

    private static Standing entry(SignatoryKind kind, @Nullable String country) {
        Instant listedAt = Instant.parse("2022-01-12T10:59:59.999Z");
        return new Standing(BREAD, kind, Display.FULL, country, "direct", "en", listedAt);
    }
}
