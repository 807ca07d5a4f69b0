package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.signature.Country;
import org.upprop.signature.Display;
import org.upprop.signature.EntryEvent;
import org.upprop.signature.SignatoryKind;

@OnRealInfrastructure
class SearchIT {

    private final AppealSlug appeal = Appeals.newSlug();

    @Autowired
    private ListUpdates lists;

    @Autowired
    private Signatories signatories;

    @Autowired
    private OlderEntries olderEntries;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void findsByTheBeginningOfAnyWordInAnyScriptWithoutAccents() {
        list("Åsa Öberg", "Мария Ёлкина", "أَحْمَد علي", "王小明", "Seán O’Brien", "Maria Pérez");

        assertThat(found("oberg")).containsExactly("Åsa Öberg");
        assertThat(found("елк")).containsExactly("Мария Ёлкина");
        assertThat(found("احمد")).containsExactly("أَحْمَد علي");
        assertThat(found("小")).containsExactly("王小明");
        assertThat(found("obr")).containsExactly("Seán O’Brien");
        assertThat(found("PÉR")).containsExactly("Maria Pérez");
        assertThat(found("erez")).isEmpty();
    }

    @Test
    void wantsAWordForEachThatWasTyped() {
        list("Maria Pérez", "Maria Ivanova", "Pedro Marín", "Mario Mario");

        assertThat(found("mar pe")).containsExactly("Pedro Marín", "Maria Pérez");
        assertThat(found("mar mar")).containsExactly("Mario Mario", "Pedro Marín", "Maria Ivanova", "Maria Pérez");
        assertThat(found("maria zz")).isEmpty();
    }

    @Test
    void takesSignsForNoWords() {
        list("Ada 100", "Eve _");

        assertThat(found("%")).isEmpty();
        assertThat(found("_")).isEmpty();
        assertThat(found("A%x")).isEmpty();
        assertThat(found("ada \\")).containsExactly("Ada 100");
    }

    @Test
    void keepsTheOrderOfTheListAndDoesNotFindWhatOnlyStandsBesideAName() {
        lists.apply(List.of(
                AnEntry.of("Bread Baker").on(appeal).listed(),
                AnEntry.of("Brenda").on(appeal).later(Duration.ofHours(1)).listed(),
                AnEntry.ofOrganisation("Örebro bread").on(appeal).listed(),
                AnEntry.ofOrganisation("Bread for all").on(appeal).listed(),
                AnEntry.of("Cork Cook").on(appeal).listed()));

        assertThat(found("br")).containsExactly("Bread for all", "Örebro bread", "Brenda", "Bread Baker");
        assertThat(found("baker")).containsExactly("Bread Baker");
        assertThat(read(SignatoryKind.ORGANISATION, null, "br", 100)).containsExactly("Bread for all", "Örebro bread");
        assertThat(read(SignatoryKind.INDIVIDUAL, null, "br", 100)).containsExactly("Brenda", "Bread Baker");
    }

    @Test
    void forgetsTheWordsOfWhoeverLeavesHidesOrChangesTheName() {
        AnEntry ada = AnEntry.of("Ada Lovelace").on(appeal);
        AnEntry eve = AnEntry.of("Eve").on(appeal);
        AnEntry bob = AnEntry.ofOrganisation("Bob").on(appeal);
        lists.apply(List.of(ada.listed(), eve.listed(), bob.listed()));

        lists.apply(List.of(
                ada.inVersion(2).named("Ada Byron").listed(),
                eve.inVersion(2).shown(Display.HIDDEN).listed(),
                bob.inVersion(2).removed()));

        assertThat(found("lovelace")).isEmpty();
        assertThat(found("byron")).containsExactly("Ada Byron");
        assertThat(words()).containsExactly("ada", "byron");
        assertThat(pairs()).containsExactly("ad by");
    }

    @Test
    void followsAnEntryToAnotherCountryAndAnotherTime() {
        AnEntry ada = AnEntry.of("Ada").on(appeal).from("IE");
        lists.apply(List.of(
                ada.listed(),
                AnEntry.of("Adam")
                        .on(appeal)
                        .from("SE")
                        .later(Duration.ofHours(1))
                        .listed()));

        lists.apply(
                List.of(ada.inVersion(2).from("SE").later(Duration.ofHours(2)).listed()));

        assertThat(read(null, "IE", "ada", 100)).isEmpty();
        assertThat(read(null, "SE", "ada", 100)).containsExactly("Ada", "Adam");
    }

    @Test
    void readsManyMatchesPageByPageWhetherTheyAreNearOrFar() {
        List<EntryEvent> entries = new ArrayList<>();
        for (int number = 0; number < 12_000; number++) {
            String name = number < 5_050 ? "Maria %05d" : "Xiomara %05d";
            entries.add(AnEntry.of(name.formatted(number))
                    .on(appeal)
                    .from(number % 2 == 0 ? "IE" : "SE")
                    .later(Duration.ofSeconds(number))
                    .listed());
        }
        apply(entries);
        List<String> marias = IntStream.range(0, 5_050)
                .mapToObj(number -> "Maria %05d".formatted(5_049 - number))
                .toList();

        assertThat(read(null, null, "maria", 100)).isEqualTo(marias);
        assertThat(read(null, "IE", "mar", 97))
                .hasSize(2_525)
                .isEqualTo(marias.stream()
                        .filter(name -> "02468".indexOf(name.charAt(10)) >= 0)
                        .toList());
        assertThat(read(null, null, "x", 100)).hasSize(6_950);
        assertThat(read(null, null, "x 0505", 3))
                .containsExactlyElementsOf(IntStream.rangeClosed(5_050, 5_059)
                        .mapToObj(number -> "Xiomara %05d".formatted(5_050 + 5_059 - number))
                        .toList());
    }

    @Test
    void readsSoManyNamesAtOnceAndSaysWhereToGoOn() {
        List<EntryEvent> entries = new ArrayList<>();
        for (int number = 0; number < 9_000; number++) {
            String name = number < 5_050 ? "Early %05d" : "Late z%05d";
            entries.add(AnEntry.of(name.formatted(number))
                    .on(appeal)
                    .later(Duration.ofSeconds(number))
                    .listed());
        }
        apply(entries);

        ListPart first = signatories.read(new ListQuery(appeal, null, null, "0", ListPlace.START, 10));

        assertThat(first.signatories()).isEmpty();
        assertThat(first.searchedInPart()).isTrue();
        assertThat(first.next()).isNotNull();

        ListPart further = signatories.read(new ListQuery(appeal, null, null, "0", first.next(), 10));

        assertThat(further.signatories())
                .extracting(ListedSignatory::name)
                .startsWith("Early 05049", "Early 05048")
                .hasSize(10);
        assertThat(further.searchedInPart()).isFalse();
        assertThat(found("0")).hasSize(5_050);
    }

    @Test
    void findsAWholeNameAtOnceHoweverManyAreCalledByEachOfItsWords() {
        List<EntryEvent> entries = new ArrayList<>();
        for (int number = 1; number <= 5_100; number++) {
            entries.add(person("Maria Bond%05d", number));
            entries.add(person("Eva Garland%05d", number));
        }
        entries.add(person("Maria Garland", 0));
        entries.add(person("Maria Gustafsson", 0));
        for (int number = 6_000; number < 8_100; number++) {
            entries.add(person("Maria Gaz%05d", number));
        }
        apply(entries);

        assertThat(atOnce("ma gu")).containsExactly("Maria Gustafsson");
        assertThat(atOnce("eva gar")).startsWith("Eva Garland05100", "Eva Garland05099");
        assertThat(atOnce("maria gaz06000")).containsExactly("Maria Gaz06000");
        assertThat(found("maria garland")).containsExactly("Maria Garland");
        assertThat(found("ga ma")).hasSize(2_101).endsWith("Maria Gaz06000", "Maria Garland");
    }

    @Test
    void findsWhoeverHasMoreNamesThanArePaired() {
        list("Pablo Diego José Francisco Juan Nepomuceno María Remedios Cipriano Ruiz Picasso", "Pablo Picón");

        assertThat(found("pab pic")).hasSize(2).startsWith("Pablo Picón");
        assertThat(found("picasso nepo")).hasSize(1);
        assertThat(found("picasso neru")).isEmpty();
        assertThat(pairs()).containsExactly("", "pa pi");
    }

    @Test
    void readsManyOrganisationsInTheirOrder() {
        List<EntryEvent> entries = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            entries.add(AnEntry.ofOrganisation("Union %04d".formatted(number))
                    .on(appeal)
                    .from(number % 2 == 0 ? "IE" : "SE")
                    .listed());
        }
        apply(entries);

        assertThat(read(null, null, "union", 99))
                .isEqualTo(IntStream.range(0, 1_000)
                        .mapToObj("Union %04d"::formatted)
                        .toList());
        assertThat(read(SignatoryKind.ORGANISATION, "SE", "un", 99))
                .isEqualTo(IntStream.range(0, 500)
                        .mapToObj(number -> "Union %04d".formatted(2 * number + 1))
                        .toList());
    }

    @Test
    void findsANameOnceThatHasTwoOfManyWords() {
        List<EntryEvent> entries = new ArrayList<>();
        for (int number = 0; number < 5_200; number++) {
            entries.add(AnEntry.of("Maria Marina %05d".formatted(number))
                    .on(appeal)
                    .later(Duration.ofSeconds(number))
                    .listed());
        }
        apply(entries);

        assertThat(found("mari"))
                .hasSize(5_200)
                .startsWith("Maria Marina 05199", "Maria Marina 05198")
                .doesNotHaveDuplicates();
        assertThat(found("mari 0000")).hasSize(10);
    }

    @Test
    void findsWhatAnOlderVersionWroteAndForgetsWhatItTookOff() {
        AnEntry ada = AnEntry.of("Ada").on(appeal);
        AnEntry eve = AnEntry.of("Eve").on(appeal);
        lists.apply(List.of(ada.listed(), eve.listed()));
        jdbc.sql("delete from entry_word where entry_id = ?")
                .param(ada.id().value())
                .update();
        jdbc.sql("update entry set words = null, paired = null where entry_id = ?")
                .param(ada.id().value())
                .update();
        takenOffByAnOlderVersion(eve);

        olderEntries.catchUp();

        assertThat(found("ada")).containsExactly("Ada");
        assertThat(words()).containsExactly("ada");
    }

    @Test
    void findsBeforeAllArePairedWhatAnOlderVersionWrote() {
        AnEntry ada = AnEntry.of("Ada Lovelace").on(appeal);
        AnEntry eve = AnEntry.of("Eve Adams").on(appeal);
        AnEntry bob = AnEntry.of("Bob Lovelace").on(appeal);
        lists.apply(List.of(ada.listed(), eve.listed(), bob.listed()));
        jdbc.sql("delete from entry_pair where entry_id = ?")
                .param(ada.id().value())
                .update();
        jdbc.sql("update entry set paired = null where entry_id = ?")
                .param(ada.id().value())
                .update();
        takenOffByAnOlderVersion(eve);
        jdbc.sql("update entry set words = null where entry_id = ?")
                .param(eve.id().value())
                .update();

        assertThat(found("ada love")).containsExactly("Ada Lovelace");

        lists.apply(List.of(bob.inVersion(2).named("Bob Byron").listed()));
        olderEntries.catchUp();

        assertThat(found("ada love")).containsExactly("Ada Lovelace");
        assertThat(pairs()).containsExactly("ad lo", "bo by");
    }

    private void takenOffByAnOlderVersion(AnEntry entry) {
        jdbc.sql("""
                update entry set kind = null, display = null, name = null, role = null, city = null, listed_at = null,
                    appeal_version = null, locale = null, source = null
                where entry_id = ?
                """).param(entry.id().value()).update();
    }

    private EntryEvent person(String name, int number) {
        return AnEntry.of(name.formatted(number))
                .on(appeal)
                .later(Duration.ofSeconds(number))
                .listed();
    }

    /** As many at a time as a listener takes, within the time that a statement has here. */
    private void apply(List<EntryEvent> entries) {
        for (int from = 0; from < entries.size(); from += 1_000) {
            lists.apply(entries.subList(from, Math.min(from + 1_000, entries.size())));
        }
    }

    private void list(String... names) {
        lists.apply(IntStream.range(0, names.length)
                .mapToObj(place -> AnEntry.of(names[place])
                        .on(appeal)
                        .later(Duration.ofMinutes(place))
                        .listed())
                .toList());
    }

    private List<String> atOnce(String typed) {
        ListPart part = signatories.read(new ListQuery(appeal, null, null, typed, ListPlace.START, 10));
        assertThat(part.searchedInPart()).isFalse();
        return part.signatories().stream().map(ListedSignatory::name).toList();
    }

    private List<String> found(String typed) {
        return read(null, null, typed, 100);
    }

    /** All pages, one behind the other. */
    private List<String> read(@Nullable SignatoryKind kind, @Nullable String country, String typed, int limit) {
        List<String> names = new ArrayList<>();
        ListPlace place = ListPlace.START;
        while (place != null) {
            ListPart part = signatories.read(
                    new ListQuery(appeal, kind, country == null ? null : new Country(country), typed, place, limit));
            part.signatories().forEach(signatory -> names.add(signatory.name()));
            place = part.next();
        }
        return names;
    }

    private List<String> pairs() {
        return jdbc.sql("select pair from entry_pair where appeal = ? order by pair")
                .param(appeal.value())
                .query((row, number) -> row.getString("pair"))
                .list();
    }

    private List<String> words() {
        return jdbc.sql("select word from entry_word where appeal = ? order by word")
                .param(appeal.value())
                .query((row, number) -> row.getString("word"))
                .list();
    }
}
