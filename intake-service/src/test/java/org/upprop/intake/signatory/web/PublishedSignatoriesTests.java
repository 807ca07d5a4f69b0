package org.upprop.intake.signatory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.appeal.Appeal;
import org.upprop.infrastructure.test.SmallServer;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.neighbour.HandSetTime;
import org.upprop.intake.neighbour.web.Neighbour;
import org.upprop.intake.signatory.FirstSignatory;
import org.upprop.signature.SignatoryKind;

class PublishedSignatoriesTests {

    private static final UUID ADA = UUID.randomUUID();
    private static final UUID GRACE = UUID.randomUUID();
    private static final UUID DOCKERS = UUID.randomUUID();

    private final Map<UUID, String> list = new ConcurrentHashMap<>(Map.of(ADA, """
            "kind":"individual","name":"Ada Lovelace","role":"Baker","affiliation":"Bread","country":"IE\"""", GRACE, """
            "kind":"individual","name":"Grace Hopper","role":null,"affiliation":null,"country":null""", DOCKERS, """
            "kind":"organisation","name":"Dockers","role":null,"affiliation":null,"country":"SE\""""));
    private volatile Function<URI, String> answer = this::listed;
    private final SmallServer publication = new SmallServer(address -> answer.apply(address));
    private final AppealsInMemory appeals = new AppealsInMemory();
    private final HandSetTime time = new HandSetTime();
    private final PublishedSignatories signatories =
            new PublishedSignatories(appeals, new Neighbour(publication.url()), time);
    private final Appeal appeal =
            anAppeal().naming(GRACE, UUID.randomUUID(), DOCKERS, ADA).build();

    @AfterEach
    void close() {
        publication.close();
    }

    @Test
    void namesThoseWhoAreOnTheListInTheOrderOfTheAppeal() {
        knownOf(appeal);

        assertThat(signatories.of(appeal))
                .containsExactly(
                        new FirstSignatory("Grace Hopper", SignatoryKind.INDIVIDUAL, null, null, null),
                        new FirstSignatory("Dockers", SignatoryKind.ORGANISATION, null, null, "SE"),
                        new FirstSignatory("Ada Lovelace", SignatoryKind.INDIVIDUAL, "Baker", "Bread", "IE"));
        assertThat(publication.asked())
                .hasSize(1)
                .first()
                .satisfies(address ->
                        assertThat(address.getPath()).isEqualTo("/api/v1/appeals/" + appeal.slug() + "/signatories"));
    }

    @Test
    void asksForNobodyWhereAnAppealNamesNobody() {
        Appeal silent = anAppeal().build();
        knownOf(silent);

        assertThat(signatories.of(silent)).isEmpty();
        assertThat(publication.asked()).isEmpty();
    }

    @Test
    void dropsANameThatWasTakenBackAtTheNextRound() {
        knownOf(appeal);
        list.remove(ADA);

        signatories.askForAll();

        assertThat(names()).isEqualTo("Grace Hopper, Dockers");
    }

    @Test
    void showsNoNameForLongerThanAMinuteWhereNobodyAskedAgain() {
        knownOf(appeal);

        time.pass(Duration.ofSeconds(60));
        assertThat(names()).isNotEmpty();
        time.pass(Duration.ofSeconds(1));
        assertThat(names()).isEmpty();
    }

    @Test
    void showsNamesForTenMinutesWhileTheListDoesNotAnswerAndNoLonger() {
        knownOf(appeal);
        publication.answerWith(503);

        time.pass(Duration.ofSeconds(30));
        signatories.askForAll();
        time.pass(Duration.ofSeconds(569));
        assertThat(names()).isEqualTo("Grace Hopper, Dockers, Ada Lovelace");

        time.pass(Duration.ofSeconds(2));
        assertThat(names()).isEmpty();
        signatories.askForAll();
        assertThat(names()).isEmpty();
    }

    @Test
    void keepsTheNamesOfAllAppealsThoughItAsksForOneOnlyWhileTheListDoesNotAnswer() {
        Appeal another = anAppeal().naming(ADA).build();
        knownOf(another);
        knownOf(appeal);
        int before = publication.asked().size();
        publication.answerWith(503);

        time.pass(Duration.ofSeconds(50));
        signatories.askForAll();
        assertThat(publication.asked()).hasSize(before + 1);

        time.pass(Duration.ofSeconds(549));
        assertThat(signatories.of(appeal)).hasSize(3);
        assertThat(signatories.of(another)).hasSize(1);
    }

    @Test
    void goesOnBehindTheAppealThatGotNoAnswer() {
        List<Appeal> three = Stream.generate(() -> anAppeal().naming(ADA).build())
                .limit(3)
                .sorted(Comparator.comparing(one -> one.slug().value()))
                .toList();
        three.forEach(appeals::put);
        Appeal sick = three.get(1);
        answer = address -> address.getPath().contains(sick.slug().value()) ? "{}" : listed(address);

        signatories.askForAll();
        signatories.askForAll();

        assertThat(signatories.of(three.getFirst())).hasSize(1);
        assertThat(signatories.of(sick)).isEmpty();
        assertThat(signatories.of(three.getLast())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"items\":null}", "{\"items\":[null]}", "{\"items\":[{\"name\":null}]}"})
    void takesAnAnswerThatMakesNoSenseForNone(String nonsense) {
        knownOf(appeal);
        answer = address -> nonsense;

        time.pass(Duration.ofSeconds(50));
        signatories.askForAll();

        time.pass(Duration.ofSeconds(50));
        assertThat(names()).isEqualTo("Grace Hopper, Dockers, Ada Lovelace");
    }

    @Test
    void showsNobodyWhereTheListSaysThatThereIsNone() {
        knownOf(appeal);
        publication.answerWith(404);

        signatories.askForAll();

        assertThat(names()).isEmpty();
    }

    @Test
    void waitsForAListThatHangsOnlyInItsRounds() {
        knownOf(appeal);
        publication.hang();
        long began = System.nanoTime();

        signatories.askForAll();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        time.pass(Duration.ofMinutes(9));
        assertThat(names()).isEqualTo("Grace Hopper, Dockers, Ada Lovelace");
    }

    @Test
    void asksForAsManyAsAnAppealMayNameInPartsThatAnAddressHolds() {
        UUID[] many =
                IntStream.range(0, 200).mapToObj(number -> UUID.randomUUID()).toArray(UUID[]::new);
        for (int number = 0; number < many.length; number++) {
            list.put(many[number], "\"kind\":\"individual\",\"name\":\"" + number + "\"");
        }
        Appeal crowded = anAppeal().naming(many).build();
        knownOf(crowded);

        assertThat(signatories.of(crowded))
                .extracting(FirstSignatory::name)
                .containsExactlyElementsOf(
                        IntStream.range(0, 200).mapToObj(Integer::toString).toList());
        assertThat(publication.asked())
                .allSatisfy(address -> assertThat(address.toString()).hasSizeLessThan(6_000));
    }

    private void knownOf(Appeal one) {
        appeals.put(one);
        signatories.askForAll();
    }

    private String names() {
        return signatories.of(appeal).stream().map(FirstSignatory::name).collect(Collectors.joining(", "));
    }

    /** As the list answers, which tells more than is read. */
    private String listed(URI address) {
        return list.entrySet().stream()
                .filter(entry -> address.getQuery().contains("id=" + entry.getKey()))
                .map(entry ->
                        "{\"id\":\"" + entry.getKey() + "\",\"listedOn\":\"2022-01-12\"," + entry.getValue() + "}")
                .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null,\"asOf\":null,\"inQueue\":null}"));
    }
}
