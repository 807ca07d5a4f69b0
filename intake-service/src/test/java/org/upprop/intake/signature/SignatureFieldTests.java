package org.upprop.intake.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The list of codes, which pages translate and clients rely on, holds against everything that can be typed. */
@OverHttp
class SignatureFieldTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> SIGNATURES = List.of("""
            {"kind":"individual","name":"Ada","email":"ada@example.org","role":"Nurse","affiliation":"Ward 4",
             "city":"Kiruna","country":"SE","locale":"sv","source":"gryning","consent":{"version":"2"},
             "appealVersion":2}""", """
            {"kind":"organisation","name":"Gruvarbetarna","email":"kansli@example.org","website":"https://example.org",
             "organisationType":"trade-union","country":"SE","contact":{"name":"Elsa Berg","role":"ordförande"},
             "authorised":true,"parent":"Internationalen","consent":{"version":"2"}}""", """
            {"name":"Ada"}""");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "7",
            "-1",
            "1.5",
            "99999999999",
            "[]",
            "[\"Ada\"]",
            "{}",
            "{\"a\":1}",
            "{\"version\":\"1\"}",
            "\"\"",
            "\" \"",
            "\"\\u200D\"",
            "\"Ada\"",
            "\"x\\u0000\"",
            "\"x\\u0316\\u0317\\u0318\\u0319\"",
            "\"=1\"",
            "\"https://example.org\"",
            "\"ada@example.org\"",
            "\"анна@example.org\"",
            "\"070 123 45 67\"",
            "\"" + "x".repeat(2_000) + "\"");

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    private final Appeal appeal = anAppeal().build();
    private final Set<String> seen = new TreeSet<>();

    @BeforeEach
    void anOpenAppeal() {
        appeals.put(appeal);
    }

    @Test
    void listsEveryCodeThatCanComeAndNoOther() {
        for (String signature : SIGNATURES) {
            for (SignatureField field : SignatureField.values()) {
                if (field != SignatureField.ALL) {
                    VALUES.forEach(value -> send(with(signature, field.pointer(), value)));
                }
            }
            send(with(signature, "/favouriteColour", "1"));
            send(with(with(signature, "/contact", "{}"), "/contact/phone", "1"));
            send(with(with(signature, "/consent", "{}"), "/consent/given", "1"));
        }

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(SignatureField.values())
                        .flatMap(field -> field.codes().stream().map(code -> field.pointer() + " " + code))
                        .collect(Collectors.toSet()));
    }

    @Test
    void hasAPlaceForEveryFieldOfASignature() {
        assertThat(Arrays.stream(SignatureField.values())
                        .map(SignatureField::pointer)
                        .filter(pointer -> pointer.lastIndexOf('/') == 0)
                        .map(pointer -> pointer.substring(1)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(TypedSignature.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    private void send(String signature) {
        MvcTestResult answer = http.post()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .contentType(MediaType.APPLICATION_JSON)
                .content(signature.getBytes(StandardCharsets.UTF_8))
                .exchange();
        assertThat(answer.getResponse().getStatus()).as(signature).isIn(202, 400, 422);
        JsonNode body = JSON.readTree(answer.getResponse().getContentAsByteArray());
        body.path("errors")
                .forEach(error -> seen.add(error.path("pointer").asString() + " "
                        + error.path("code").asString()));
    }

    private static String with(String signature, String pointer, String value) {
        ObjectNode json = (ObjectNode) JSON.readTree(signature);
        int last = pointer.lastIndexOf('/');
        JsonNode parent = json.at(pointer.substring(0, last));
        ObjectNode holder = parent instanceof ObjectNode object ? object : json.putObject(pointer.substring(1, last));
        holder.set(pointer.substring(last + 1), JSON.readTree(value));
        return json.toString();
    }
}
