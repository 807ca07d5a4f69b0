package org.upprop.intake.openapi.web;

import static org.upprop.intake.openapi.web.Headers.sent;
import static org.upprop.intake.openapi.web.Schemas.ref;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.upprop.appeal.AppealSlug;
import org.upprop.intake.web.Problem;

/** What each operation of the API takes and refuses; what it answers when all is well is found by its types. */
final class Operations {

    private static final String APPEALS = "Appeals";
    private static final String SIGNATURES = "Signatures";

    private static final Map<String, Consumer<Operation>> DESCRIPTIONS = Map.of(
            "POST /api/v1/appeals/{slug}/signatures", Operations::sign,
            "GET /api/v1/appeals/{slug}/challenge", Operations::challenge,
            "GET /api/v1/appeals/{slug}/embed", Operations::embed,
            "GET /api/v1/appeals/{slug}/embed/count", Operations::embeddedCount,
            "GET /api/v1/appeals", Operations::list,
            "GET /api/v1/appeals/{slug}", Operations::read,
            "GET /api/v1/appeals/{slug}/versions/{version}", Operations::readVersion,
            "PUT /api/v1/appeals/{slug}", Operations::publish);

    private Operations() {}

    static void describe(HttpMethod method, String path, Operation operation) {
        operation.setParameters(fromControllers(operation));
        slug(path).forEach(operation::addParametersItem);
        DESCRIPTIONS.getOrDefault(method + " " + path, undescribed -> {}).accept(operation);
    }

    private static void sign(Operation operation) {
        operation
                .operationId("sign")
                .tags(List.of(SIGNATURES))
                .summary("Sign an appeal")
                .description("""
                        The answer is the same for everybody, whoever signed before, so it tells nobody who signed. The \
                        signature counts once it is confirmed from the mail that goes to its address.""")
                .addParametersItem(sent(
                        "Upprop-Pass",
                        "What leads through a 429: the challenge's token, a colon and a nonce of up to 16 digits that makes"
                                + " the SHA-256 of the whole begin with as many zero bits as the difficulty says; or the"
                                + " token alone from readyAt on."))
                .addParametersItem(sent(
                        HttpHeaders.ACCEPT_LANGUAGE,
                        "The language of mails and pages, where the signature names none."))
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json",
                                        new MediaType()
                                                .schema(ref(SignatureSchemas.SIGNATURE))
                                                .addExamples("individual", SignatureExamples.individual())
                                                .addExamples("organisation", SignatureExamples.organisation()))));
        ApiResponse received = answer(operation, "202");
        received.setDescription("The signature was received and will not be lost.");
        received.addHeaderObject(HttpHeaders.LOCATION, Headers.text("Where to ask how far it has come."));
        refuse(
                operation,
                Refusals.toSignature(
                        Problem.MALFORMED,
                        Problem.IDEMPOTENCY_KEY_INVALID,
                        Problem.FOREIGN_SITE,
                        Problem.UNKNOWN_APPEAL,
                        Problem.NOT_ACCEPTABLE,
                        Problem.NOT_YET_OPEN,
                        Problem.CLOSED,
                        Problem.TOO_SLOW,
                        Problem.TOO_LARGE,
                        Problem.NOT_JSON,
                        Problem.ENCODED,
                        Problem.INVALID,
                        Problem.IDEMPOTENCY_KEY_REUSED,
                        Problem.TOO_MANY,
                        Problem.UNEXPECTED,
                        Problem.UNAVAILABLE,
                        Problem.PAUSED));
    }

    private static void challenge(Operation operation) {
        operation
                .operationId("challenge")
                .tags(List.of(SIGNATURES))
                .summary("Ask for a challenge before one is asked of you")
                .description("Its solution goes into the header Upprop-Pass of one signature under the appeal.");
        answer(operation, "200").setDescription("A challenge for one signature.");
        refuse(
                operation,
                Refusals.to(
                        Problem.FOREIGN_SITE,
                        Problem.UNKNOWN_APPEAL,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNEXPECTED,
                        Problem.UNAVAILABLE));
    }

    private static void embed(Operation operation) {
        embedded(operation)
                .operationId("embed")
                .summary("All that the form of an appeal says, in one language")
                .description("What the script embed.js builds the form of on the page of a republishing site.");
        answer(operation, "200").setDescription("The form.");
    }

    private static void embeddedCount(Operation operation) {
        embedded(operation).operationId("embeddedCount").summary("The count of an appeal as a sentence");
        answer(operation, "200").setDescription("The count, with nothing in it that is kept back.");
    }

    private static Operation embedded(Operation operation) {
        refuse(
                operation,
                Refusals.to(
                        Problem.FOREIGN_SITE,
                        Problem.UNKNOWN_APPEAL,
                        Problem.NOT_ACCEPTABLE,
                        Problem.UNEXPECTED,
                        Problem.UNAVAILABLE));
        return operation
                .tags(List.of(SIGNATURES))
                .addParametersItem(asked("lang", "The language; otherwise it goes by Accept-Language."))
                .addParametersItem(asked("source", "The republishing site, by its id among the appeal's sources."));
    }

    private static void list(Operation operation) {
        operation.operationId("appeals").tags(List.of(APPEALS)).summary("All appeals");
        answer(operation, "200").setDescription("All appeals, the closed ones too.");
        refuse(operation, Refusals.to(Problem.NOT_ACCEPTABLE, Problem.UNEXPECTED, Problem.UNAVAILABLE));
    }

    private static void read(Operation operation) {
        operation
                .operationId("appeal")
                .tags(List.of(APPEALS))
                .summary("An appeal at its present version")
                .addParametersItem(ifNoneMatch());
        tagged(answer(operation, "200"), "The appeal.", "Its revision.");
        notModified(operation);
        refuse(operation, readingProblems(Problem.UNKNOWN_APPEAL));
    }

    private static void readVersion(Operation operation) {
        operation
                .operationId("version")
                .tags(List.of(APPEALS))
                .summary("What a version of an appeal says")
                .addParametersItem(ifNoneMatch());
        tagged(answer(operation, "200"), "The texts of the version, as they were signed.", "The hash of the texts.");
        notModified(operation);
        refuse(operation, readingProblems(Problem.MALFORMED, Problem.UNKNOWN_APPEAL, Problem.UNKNOWN_VERSION));
    }

    private static void publish(Operation operation) {
        operation
                .operationId("publish")
                .tags(List.of(APPEALS))
                .summary("Publish or change an appeal")
                .description("""
                        The whole appeal, at most 256 KiB. A changed text raises the version, unless the change is \
                        editorial. To publish the same again changes nothing, so it may be repeated after a 503.""")
                .addSecurityItem(new SecurityRequirement().addList(ApiDocument.TOKEN))
                .addParametersItem(sent(
                        HttpHeaders.IF_MATCH,
                        "The entity tag of the appeal that is to be changed; another one there is answered with 412."))
                .addParametersItem(
                        sent(HttpHeaders.IF_NONE_MATCH, "An asterisk where there must be no such appeal yet."));
        tagged(answer(operation, "200"), "The appeal as it is now.", "Its revision.");
        ApiResponse created = answer(operation, "201");
        tagged(created, "The new appeal.", "Its revision.");
        created.addHeaderObject(HttpHeaders.LOCATION, Headers.text("Where it is."));
        refuse(
                operation,
                Refusals.to(
                        Problem.MALFORMED,
                        Problem.UNAUTHORISED,
                        Problem.FOREIGN_SITE,
                        Problem.NOT_ACCEPTABLE,
                        Problem.TOO_SLOW,
                        Problem.PRECONDITION_FAILED,
                        Problem.TOO_LARGE,
                        Problem.NOT_JSON,
                        Problem.ENCODED,
                        Problem.INVALID,
                        Problem.UNEXPECTED,
                        Problem.UNAVAILABLE));
    }

    private static Map<String, ApiResponse> readingProblems(Problem... own) {
        return Refusals.to(Stream.concat(
                        Stream.of(own),
                        Stream.of(
                                Problem.FOREIGN_SITE, Problem.NOT_ACCEPTABLE, Problem.UNEXPECTED, Problem.UNAVAILABLE))
                .toArray(Problem[]::new));
    }

    /** Springdoc also finds the arguments that are no parameters; those are left out. */
    private static List<Parameter> fromControllers(Operation operation) {
        return operation.getParameters() == null
                ? new ArrayList<>()
                : new ArrayList<>(operation.getParameters().stream()
                        .filter(parameter -> parameter.getDescription() != null
                                || "path".equals(parameter.getIn()) && !"slug".equals(parameter.getName()))
                        .toList());
    }

    private static Stream<Parameter> slug(String path) {
        return path.contains("{slug}")
                ? Stream.of(new PathParameter()
                        .name("slug")
                        .description("The appeal.")
                        .schema(Schemas.text("Lower-case letters, digits and single hyphens.")
                                .pattern(AppealSlug.FORM)))
                : Stream.empty();
    }

    private static Parameter asked(String name, String description) {
        return new QueryParameter().name(name).description(description).schema(Schemas.text());
    }

    private static Parameter ifNoneMatch() {
        return sent(HttpHeaders.IF_NONE_MATCH, "The entity tag of what is there already.");
    }

    private static ApiResponse answer(Operation operation, String status) {
        return operation.getResponses().computeIfAbsent(status, absent -> new ApiResponse());
    }

    private static void tagged(ApiResponse answer, String description, String tag) {
        answer.description(description).addHeaderObject(HttpHeaders.ETAG, Headers.text(tag));
    }

    private static void notModified(Operation operation) {
        operation.getResponses().addApiResponse("304", new ApiResponse().description("It is what was there already."));
    }

    private static void refuse(Operation operation, Map<String, ApiResponse> refusals) {
        refusals.forEach(operation.getResponses()::addApiResponse);
    }
}
