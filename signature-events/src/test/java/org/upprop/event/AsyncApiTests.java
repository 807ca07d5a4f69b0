package org.upprop.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.upprop.access.Grant;
import org.upprop.access.messaging.TokenRecords;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealText;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.audit.AuditEvent;
import org.upprop.control.Brake;
import org.upprop.control.messaging.BrakeRecords;
import org.upprop.count.PublicCount;
import org.upprop.count.messaging.CountRecords;
import org.upprop.delivery.ReasonCode;
import org.upprop.signature.EntryRemoved;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import org.upprop.signature.Watermark;
import org.upprop.signature.messaging.SignatureRecords;
import org.yaml.snakeyaml.Yaml;

/** Holds the hand-written AsyncAPI document and its schemas against the code. */
class AsyncApiTests {

    private static final Map<String, Object> DOCUMENT = document();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://upprop.org/schema", "classpath:org/upprop/schema")));

    @Test
    void namesTheTopicsOfTheCode() {
        assertThat(channel("submitted")).containsEntry("address", Topics.SUBMITTED);
        assertThat(channel("verified")).containsEntry("address", Topics.VERIFIED);
        assertThat(channel("appeals")).containsEntry("address", Topics.APPEALS);
        assertThat(channel("control")).containsEntry("address", Topics.CONTROL);
        assertThat(channel("tokens")).containsEntry("address", Topics.TOKENS);
        assertThat(channel("audit")).containsEntry("address", Topics.AUDIT);
        assertThat(channel("counts")).containsEntry("address", Topics.COUNTS);
        assertThat(kafkaOf(channel("submitted"))).containsEntry("partitions", Topics.SIGNATURE_PARTITIONS);
        assertThat(kafkaOf(channel("verified"))).containsEntry("partitions", Topics.SIGNATURE_PARTITIONS);
    }

    @Test
    void namesWhatRecordsCarryThatWereSetAsideAndCameBack() {
        Map<String, Object> schemas = map(map(DOCUMENT.get("components")).get("schemas"));
        Map<String, Object> aside = map(map(schemas.get("deadLetterHeaders")).get("properties"));
        Map<String, Object> back = map(map(schemas.get("redriveHeaders")).get("properties"));

        assertThat(back).containsOnlyKeys(EventHeaders.REDRIVEN_FROM, EventHeaders.REDRIVES);
        assertThat(aside).containsOnlyKeys(EventHeaders.REASON);
        assertThat(strings(map(aside.get(EventHeaders.REASON)).get("enum")))
                .containsExactlyElementsOf(
                        Arrays.stream(ReasonCode.values()).map(ReasonCode::name).toList());
        assertThat(channel("deadLetters")).containsEntry("address", Topics.deadLettersOf("{topic}"));
        assertThat(channel("redrives")).containsEntry("address", Topics.redriveOf("{topic}"));
    }

    @Test
    void namesEveryTypeOfEvent() {
        List<String> documented = messages().values().stream()
                .map(message -> (String) map(message).get("name"))
                .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(EventType.values()).map(EventType::id).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyEventIsValidByItsSchema() {
        return Stream.of(
                        Map.entry("signatureSubmitted", Samples.submittedBy(Samples.aPerson("ada@example.org"))),
                        Map.entry(
                                "signatureSubmitted",
                                Samples.submittedBy(Samples.anOrganisation("a@union.example.org"))),
                        Map.entry("signatureSubmitted", Samples.submittedWithAProof()),
                        Map.entry("signatureVerified", Samples.verified()),
                        Map.entry("watermark", Samples.watermark()),
                        Map.entry("appeal", Samples.appeal()),
                        Map.entry("appealText", Samples.appealText()),
                        Map.entry("brake", Samples.brake()),
                        Map.entry("token", Samples.token()),
                        Map.entry("audit", Samples.audit()),
                        Map.entry("count", Samples.count()),
                        Map.entry("count", Samples.countAtRisk(9)),
                        Map.entry("count", Samples.countAtRisk(10)))
                .map(sample -> DynamicTest.dynamicTest(sample.getKey(), () -> {
                    String json = new String(EventJson.write(sample.getValue()), StandardCharsets.UTF_8);
                    assertThat(schemaOf(sample.getKey()).validate(json, InputFormat.JSON))
                            .isEmpty();
                    assertThat(schemaOf(sample.getKey()).validate("{}", InputFormat.JSON))
                            .isNotEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> everySchemaHasTheFieldsOfItsRecordAndRequiresThoseThatAreNeverNull() {
        return Stream.of(
                        Map.entry("signature-submitted.v1.json#", SignatureSubmitted.class),
                        Map.entry("signature-submitted.v1.json#/$defs/individual", Signatory.Individual.class),
                        Map.entry("signature-submitted.v1.json#/$defs/organisation", Signatory.Organisation.class),
                        Map.entry("signature-verified.v1.json#", SignatureVerified.class),
                        Map.entry("watermark.v1.json#", Watermark.class),
                        Map.entry("appeal.v1.json#", Appeal.class),
                        Map.entry("appeal-text.v1.json#", AppealText.class),
                        Map.entry("brake.v1.json#", Brake.class),
                        Map.entry("token.v1.json#", Grant.class),
                        Map.entry("audit.v1.json#", AuditEvent.class),
                        Map.entry("count.v1.json#", PublicCount.class))
                .map(pair -> DynamicTest.dynamicTest(
                        pair.getValue().getSimpleName(), () -> assertSameFields(pair.getKey(), pair.getValue())));
    }

    @Test
    void everyRecordHasTheHeadersThatAreRequired() {
        var person = Samples.submittedBy(Samples.aPerson("ada@example.org"));
        var entry = Samples.verified();
        var removed = new EntryRemoved(entry.entryId(), entry.appeal(), 2);

        assertThat(names(SignatureRecords.submitted(person).headers())).containsAll(required("headers"));
        assertThat(names(AppealRecords.present(Samples.appeal()).headers())).containsAll(required("headers"));
        assertThat(names(BrakeRecords.on(Samples.brake()).headers())).containsAll(required("plainHeaders"));
        assertThat(names(TokenRecords.given(Samples.token()).headers())).containsAll(required("plainHeaders"));
        assertThat(names(SignatureRecords.watermark(Samples.watermark()).headers()))
                .containsAll(required("plainHeaders"));
        assertThat(names(CountRecords.of(Samples.count()).headers())).containsAll(required("headers"));
        assertThat(names(SignatureRecords.entry(entry, person.submittedAt()).headers()))
                .containsAll(required("headers"))
                .contains("ce_entryversion");
        assertThat(names(SignatureRecords.entry(removed, person.submittedAt()).headers()))
                .containsAll(required("headers"))
                .contains("ce_entryversion");
    }

    private static void assertSameFields(String location, Class<?> type) {
        Map<String, Object> schema = schemaAt(location);
        List<String> fields = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        List<String> neverNull = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
        assertThat(map(schema.get("properties")).keySet().stream().filter(name -> !isTag(type, name)))
                .containsExactlyInAnyOrderElementsOf(fields);
        assertThat(strings(schema.get("required")).stream().filter(name -> !isTag(type, name)))
                .containsExactlyInAnyOrderElementsOf(neverNull);
    }

    /** A signatory's kind is written by its type, not by a field. */
    private static boolean isTag(Class<?> type, String name) {
        return Signatory.class.isAssignableFrom(type) && name.equals("kind");
    }

    private static Map<String, Object> schemaAt(String location) {
        String[] parts = location.split("#", 2);
        Map<String, Object> schema = map(yaml("/org/upprop/schema/" + parts[0]));
        for (String step : parts[1].split("/")) {
            schema = step.isEmpty() ? schema : map(schema.get(step));
        }
        return schema;
    }

    private static Schema schemaOf(String message) {
        String ref =
                (String) map(map(map(messages().get(message)).get("payload")).get("schema"))
                        .get("$ref");
        return SCHEMAS.getSchema(SchemaLocation.of("https://upprop.org/" + ref));
    }

    private static List<String> names(Headers headers) {
        return Arrays.stream(headers.toArray()).map(Header::key).toList();
    }

    private static List<String> required(String schema) {
        return strings(map(map(map(DOCUMENT.get("components")).get("schemas")).get(schema))
                .get("required"));
    }

    private static Map<String, Object> messages() {
        return map(map(DOCUMENT.get("components")).get("messages"));
    }

    private static Map<String, Object> channel(String name) {
        return map(map(DOCUMENT.get("channels")).get(name));
    }

    private static Map<String, Object> kafkaOf(Map<String, Object> channel) {
        return map(map(channel.get("bindings")).get("kafka"));
    }

    private static Map<String, Object> document() {
        return map(yaml("/org/upprop/asyncapi.yaml"));
    }

    private static Object yaml(String resource) {
        try (InputStream stream = AsyncApiTests.class.getResourceAsStream(resource)) {
            return new Yaml().load(stream);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return (List<String>) value;
    }
}
