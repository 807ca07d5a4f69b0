package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.signature.Display.FULL;
import static org.upprop.signature.Display.HIDDEN;
import static org.upprop.signature.Display.INITIALS;
import static org.upprop.signature.SignatoryKind.INDIVIDUAL;
import static org.upprop.signature.SignatoryKind.ORGANISATION;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.EntryChange.Standing;
import org.upprop.signature.Display;
import org.upprop.signature.SignatoryKind;

class CountChangeTests {

    private static final AppealSlug BREAD = new AppealSlug("bread");
    private static final AppealSlug PEACE = new AppealSlug("peace");

    @Test
    void addsWhoCameAndSubtractsWhoLeft() {
        assertThat(CountChange.of(List.of(
                        new EntryChange(null, entry(BREAD, INDIVIDUAL, FULL)),
                        new EntryChange(null, entry(BREAD, INDIVIDUAL, INITIALS)),
                        new EntryChange(null, entry(BREAD, ORGANISATION, FULL)),
                        new EntryChange(entry(BREAD, INDIVIDUAL, FULL), null))))
                .containsExactly(new CountChange(BREAD, 1, 1, 0));
    }

    @Test
    void countsHiddenEntriesAmongTheirKind() {
        assertThat(CountChange.of(List.of(new EntryChange(null, entry(BREAD, INDIVIDUAL, HIDDEN)))))
                .containsExactly(new CountChange(BREAD, 1, 0, 1));
    }

    @Test
    void movesOnlyTheHiddenWhereSomebodyShowsTheirName() {
        assertThat(CountChange.of(
                        List.of(new EntryChange(entry(BREAD, INDIVIDUAL, HIDDEN), entry(BREAD, INDIVIDUAL, FULL)))))
                .containsExactly(new CountChange(BREAD, 0, 0, -1));
    }

    @Test
    void touchesAListWhereOnlyASpellingChangedSoThatItsRevisionGrows() {
        assertThat(CountChange.of(
                        List.of(new EntryChange(entry(BREAD, ORGANISATION, FULL), entry(BREAD, ORGANISATION, FULL)))))
                .containsExactly(new CountChange(BREAD, 0, 0, 0));
    }

    @Test
    void leavesAListAloneWhereNothingWasOnIt() {
        assertThat(CountChange.of(List.of(new EntryChange(null, null)))).isEmpty();
    }

    @Test
    void keepsTheAppealsApart() {
        assertThat(CountChange.of(List.of(
                        new EntryChange(null, entry(PEACE, ORGANISATION, FULL)),
                        new EntryChange(null, entry(BREAD, INDIVIDUAL, FULL)))))
                .containsExactly(new CountChange(BREAD, 1, 0, 0), new CountChange(PEACE, 0, 1, 0));
    }

    private static Standing entry(AppealSlug appeal, SignatoryKind kind, Display display) {
        return new Standing(appeal, kind, display, "IE", "direct", "en", Instant.EPOCH);
    }
}
