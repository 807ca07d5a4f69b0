package org.upprop.local;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.upprop.local.stack.Ports;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Names as verification releases them, written to its topic as the contract says, for lists that are longer than a test
 * has time to sign: people in many scripts, organisations of every type, some of them parts of others.
 */
final class ListedNames {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant LAST = Instant.parse("2022-01-12T09:30:15Z");

    private static final List<String> PEOPLE = List.of(
            "Айгүл Әбенова",
            "Karl-Erik Söderström",
            "ليلى حداد",
            "Наталья Вячеславовна Гончаренко",
            "Andrianampoinimerinatompokoindrindra Rasoanandrasanaharivony",
            "王",
            "Siobhán Ní Mhurchú",
            "שָׂרָה בַּת־שֶׁבַע",
            "D’Arcy O'Neill",
            "Nguyễn Thị Ánh Nguyệt");

    private static final List<String> ROLES = List.of("Sjuksköterska", "шахтёр", "мұғалім", "شاعرة");
    private static final List<String> PLACES = List.of("Göteborg", "Алматы", "Cork", "القاهرة");
    private static final List<String> COUNTRIES = List.of("SE", "KZ", "IE", "EG");

    private static final List<String> TYPES =
            List.of("trade-union", "party", "ngo", "community", "media", "academic", "cooperative", "other");

    private final Ports ports;
    private final String appeal;

    ListedNames(Ports ports, String appeal) {
        this.ports = ports;
        this.appeal = appeal;
    }

    /** Every fifth is an organisation. */
    void release(int number) {
        Map<String, Object> broker = Map.of("bootstrap.servers", "localhost:" + ports.kafka(), "acks", "all");
        try (var producer = new KafkaProducer<>(broker, new ByteArraySerializer(), new ByteArraySerializer())) {
            IntStream.range(0, number)
                    .mapToObj(i -> i % 5 == 4 ? organisation(i / 5) : person(i))
                    .forEach(entry -> producer.send(record(entry)));
        }
    }

    private ObjectNode person(int number) {
        ObjectNode person = entry("individual", PEOPLE.get(number % PEOPLE.size()), number)
                .put("country", COUNTRIES.get(number % COUNTRIES.size()));
        if (number % 2 == 0) {
            person.put("role", ROLES.get(number / 2 % ROLES.size()));
        }
        if (number % 3 > 0) {
            person.put("city", PLACES.get(number % PLACES.size()));
        }
        if (number % 11 == 7) {
            person.put("comment", "Біз біргеміз!\n<b>Solidarity</b> " + "for ever and ever, ".repeat(4));
        }
        return person;
    }

    private ObjectNode organisation(int number) {
        String name = "Union of " + PLACES.get(number % PLACES.size()) + " " + number / 2;
        ObjectNode organisation = entry("organisation", number % 4 == 3 ? name + ", youth" : name, number)
                .put("country", COUNTRIES.get(number % COUNTRIES.size()))
                .put("website", "https://union-%d.example.org/".formatted(number))
                .put("organisationType", TYPES.get(number * 3 % TYPES.size()));
        return switch (number % 4) {
            case 1 ->
                organisation.put("parent", "Union of " + PLACES.get((number - 1) % PLACES.size()) + " " + number / 2);
            case 3 -> organisation.put("parent", "An International");
            default -> organisation;
        };
    }

    private ObjectNode entry(String kind, String name, int number) {
        return JSON.createObjectNode()
                .put("entryId", UUID.randomUUID().toString())
                .put("appeal", appeal)
                .put("version", 1)
                .put("kind", kind)
                .put("display", "full")
                .put("name", name)
                .put("listedAt", LAST.minus(Duration.ofHours(7L * number)).toString())
                .put("appealVersion", 1)
                .put("locale", "en")
                .put("source", "direct");
    }

    private ProducerRecord<byte[], byte[]> record(ObjectNode entry) {
        String key = entry.path("entryId").asString();
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>("signatures.verified.v1", utf8(key), utf8(entry.toString()));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_type", "org.upprop.signature.verified.v1",
                        "ce_source", "/verification-service",
                        "ce_id", key + "/1",
                        "ce_time", LAST.toString(),
                        "ce_appeal", appeal,
                        "ce_entryversion", "1")
                .forEach((name, value) -> record.headers().add(name, utf8(value)));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
