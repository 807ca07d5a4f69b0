package org.upprop.intake.openapi.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.upprop.intake.openapi.web.Schemas.choice;
import static org.upprop.intake.openapi.web.Schemas.listOf;
import static org.upprop.intake.openapi.web.Schemas.number;
import static org.upprop.intake.openapi.web.Schemas.object;
import static org.upprop.intake.openapi.web.Schemas.ref;
import static org.upprop.intake.openapi.web.Schemas.text;

import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.upprop.intake.input.JsonName;
import org.upprop.intake.signature.SignatureField;
import org.upprop.intake.web.Problem;

/** The answers that say no, drawn from the problems of this service. */
final class Refusals {

    private static final String PROBLEM = "Problem";
    private static final String INPUT_ERROR = "InputError";
    private static final String SIGNATURE_CODE = "SignatureErrorCode";
    private static final String INVALID_SIGNATURE = "InvalidSignature";
    private static final String HELD = "Held";

    private Refusals() {}

    static Map<String, Schema<?>> all() {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        schemas.put(PROBLEM, problem());
        schemas.put(INPUT_ERROR, inputError(text("The field, a dot and the rule.")));
        schemas.put(SIGNATURE_CODE, signatureCode());
        schemas.put(INVALID_SIGNATURE, invalidSignature());
        schemas.put(HELD, held());
        return schemas;
    }

    /** The answers to these problems by their status. */
    static Map<String, ApiResponse> to(Problem... problems) {
        return Arrays.stream(problems)
                .collect(groupingBy(problem -> problem.status().value(), TreeMap::new, toList()))
                .entrySet()
                .stream()
                .collect(toMap(
                        status -> String.valueOf(status.getKey()),
                        status -> answer(status.getKey(), status.getValue(), PROBLEM),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** As {@link #to}, where the input that was refused is a signature. */
    static Map<String, ApiResponse> toSignature(Problem... problems) {
        Map<String, ApiResponse> answers = to(problems);
        List.of("400", "422")
                .forEach(input ->
                        answers.computeIfPresent(input, (status, answer) -> withSchema(answer, INVALID_SIGNATURE)));
        answers.computeIfPresent("429", (status, answer) -> withSchema(answer, HELD));
        return answers;
    }

    private static ApiResponse answer(int status, List<Problem> problems, String schema) {
        MediaType body = new MediaType().schema(ref(schema));
        problems.forEach(problem -> body.addExamples(JsonName.of(problem), example(problem)));
        ApiResponse answer = new ApiResponse()
                .description(problems.stream().map(Problem::title).collect(joining(". ", "", ".")))
                .content(new Content().addMediaType("application/problem+json", body));
        switch (status) {
            case 401 -> answer.addHeaderObject(HttpHeaders.WWW_AUTHENTICATE, Headers.text("Which token is asked for."));
            case 429 -> {
                answer.addHeaderObject(HttpHeaders.RETRY_AFTER, Headers.RETRY_AFTER);
                answer.addHeaderObject(
                        "RateLimit-Policy", Headers.text("The two limits: how many (q) in how long (w)."));
                answer.addHeaderObject(
                        "RateLimit",
                        Headers.text("What is left of each (r), and in how many seconds there is more (t)."));
            }
            case 503 -> answer.addHeaderObject(HttpHeaders.RETRY_AFTER, Headers.RETRY_AFTER);
            default -> {}
        }
        return answer;
    }

    private static ApiResponse withSchema(ApiResponse answer, String schema) {
        answer.getContent().values().forEach(body -> body.schema(ref(schema)));
        return answer;
    }

    private static Example example(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type().toString());
        body.put("title", problem.title());
        body.put("status", problem.status().value());
        return new Example().summary(problem.title()).value(body);
    }

    private static Schema<?> problem() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put(
                "type",
                choice(
                        "Which problem it is; stable.",
                        Arrays.stream(Problem.values())
                                .map(problem -> problem.type().toString())
                                .toList()));
        fields.put("title", text("The problem in English."));
        fields.put("status", number("The status of the answer."));
        fields.put("detail", text("What else helps."));
        fields.put("instance", text("The path that was asked for.").format("uri-reference"));
        fields.put(
                "errors",
                listOf(ref(INPUT_ERROR), "Everything that is wrong with the input, where that is the problem."));
        return object("A problem of RFC 9457.", List.of("type", "title", "status"), fields);
    }

    private static Schema<?> inputError(Schema<?> code) {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("pointer", text("Where, as a JSON pointer.").format("json-pointer"));
        fields.put("code", code);
        fields.put("detail", text("The rule in English."));
        return object("One thing that is wrong with an input.", List.of("pointer", "code", "detail"), fields);
    }

    private static Schema<?> signatureCode() {
        return choice(
                "Every code that a signature can be refused with. Which can come for a field stands there, in "
                        + SignatureSchemas.CODES + ".",
                SignatureField.allCodes());
    }

    private static Schema<?> invalidSignature() {
        List<String> pointers = Arrays.stream(SignatureField.values())
                .map(SignatureField::pointer)
                .sorted()
                .toList();
        Schema<?> error = new JsonSchema()
                .typesItem("object")
                .addProperty("pointer", choice("Where in the signature.", pointers))
                .addProperty("code", ref(SIGNATURE_CODE));
        return new JsonSchema()
                .allOf(List.of(
                        ref(PROBLEM),
                        new JsonSchema()
                                .typesItem("object")
                                .addProperty("errors", listOf(error, "Everything that is wrong with the signature."))));
    }

    private static Schema<?> held() {
        Map<String, Schema<?>> challenge = new LinkedHashMap<>();
        challenge.put("token", text("What an answer begins with."));
        challenge.put(
                "difficulty",
                number("How many bits of the SHA-256 of the answer are 0 at its beginning where it is solved."));
        challenge.put(
                "readyAt", text("From when on the token alone is an answer.").format("date-time"));
        return new JsonSchema()
                .allOf(List.of(
                        ref(PROBLEM),
                        new JsonSchema()
                                .typesItem("object")
                                .addProperty(
                                        "challenge",
                                        object(
                                                "What leads through before.",
                                                List.of("token", "difficulty"),
                                                challenge))));
    }
}
