package org.upprop.publication.list.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;

/** Who is on lists in tests. */
final class Names {

    private static final Instant SIGNED = Instant.parse("2022-01-12T09:30:15Z");

    private static final List<String> PEOPLE = List.of(
            "Айгүл Әбенова",
            "Karl-Erik Söderström",
            "ليلى حداد",
            "Наталья Вячеславовна Гончаренко",
            "Siobhán Ní Mhurchú",
            "D’Arcy O'Neill",
            "Әйгерім Жүнісқызы",
            "Nguyễn Thị Ánh Nguyệt",
            "Jennifer Lee",
            "Гүлнәр Серікбайқызы");

    private static final List<String> ROLES = List.of("Sjuksköterska", "шахтёр", "teacher", "мұғалім", "شاعرة");
    private static final List<String> PLACES = List.of("Göteborg", "Алматы", "Cork", "Жаңаөзен", "القاهرة");
    private static final List<String> COUNTRIES = List.of("SE", "KZ", "IE", "DE", "EG");

    private Names() {}

    static ListedSignatory person(String name, @Nullable String role, @Nullable String comment) {
        return person(name, role, null, "Almaty", "KZ", comment, SIGNED);
    }

    static ListedSignatory organisation(String name, String website) {
        return organisation(name, website, OrganisationType.TRADE_UNION, null);
    }

    static ListedSignatory organisation(String name, OrganisationType type, @Nullable String parent) {
        return organisation(name, "https://example.org/", type, parent);
    }

    /** A list such as there may be: organisations of every type, some of them parts of others, and then people. */
    static List<ListedSignatory> many(int organisations, int people) {
        return Stream.concat(
                        IntStream.range(0, organisations).mapToObj(Names::organisation),
                        IntStream.range(0, people).mapToObj(Names::person))
                .toList();
    }

    private static ListedSignatory organisation(int number) {
        return organisation(
                nameOf(number),
                "https://solidarity-%d.example.org/".formatted(number),
                OrganisationType.values()[number % OrganisationType.values().length],
                number % 5 == 4 ? nameOf(number - 1) : null);
    }

    private static String nameOf(int organisation) {
        return PLACES.get(organisation % PLACES.size()) + " Solidarity " + organisation;
    }

    /** Every second says what they do, every sixth for whom, and three of four where they live. */
    private static ListedSignatory person(int number) {
        return person(
                PEOPLE.get(number % PEOPLE.size()),
                number % 2 == 0 ? ROLES.get(number % ROLES.size()) : null,
                number % 6 == 0 ? "Vårdförbundet" : null,
                number % 4 == 3 ? null : PLACES.get(number % PLACES.size()),
                COUNTRIES.get(number % COUNTRIES.size()),
                null,
                SIGNED.minus(Duration.ofHours(7L * number)));
    }

    private static ListedSignatory person(
            String name,
            @Nullable String role,
            @Nullable String affiliation,
            @Nullable String city,
            @Nullable String country,
            @Nullable String comment,
            Instant at) {
        return new ListedSignatory(
                UUID.randomUUID(),
                SignatoryKind.INDIVIDUAL,
                name,
                role,
                affiliation,
                city,
                country,
                null,
                null,
                null,
                comment,
                at);
    }

    private static ListedSignatory organisation(
            String name, String website, OrganisationType type, @Nullable String parent) {
        return new ListedSignatory(
                UUID.randomUUID(),
                SignatoryKind.ORGANISATION,
                name,
                null,
                null,
                null,
                "SE",
                website,
                type,
                parent,
                null,
                SIGNED);
    }
}
