package org.upprop.intake.openapi.web;

import static org.upprop.intake.openapi.web.Answers.refuse;
import static org.upprop.intake.openapi.web.Answers.refuseToRead;
import static org.upprop.intake.openapi.web.Headers.sent;
import static org.upprop.intake.openapi.web.Schemas.ref;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.upprop.intake.admission.web.TooMany;
import org.upprop.intake.web.Problem;

/** How signing is described. */
final class SignatureOperations {

    private static final List<String> TAGS = List.of("Signatures");

    private SignatureOperations() {}

    static void sign(Operation operation) {
        operation
                .operationId("sign")
                .tags(TAGS)
                .summary("Sign an appeal")
                .description("""
                        The answer is the same for everybody, whoever signed before, so it tells nobody who signed. The \
                        signature counts once it is confirmed from the mail that goes to its address.""")
                .addParametersItem(sent(
                        TooMany.PASS,
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
        ApiResponse received = Answers.to(operation, "202");
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

    static void challenge(Operation operation) {
        operation
                .operationId("challenge")
                .tags(TAGS)
                .summary("Ask for a challenge before one is asked of you")
                .description(
                        "Its solution goes into the header " + TooMany.PASS + " of one signature under the appeal.");
        Answers.to(operation, "200").setDescription("A challenge for one signature.");
        refuseToRead(operation);
    }

    static void embed(Operation operation) {
        embedded(operation)
                .operationId("embed")
                .summary("All that the form of an appeal says, in one language")
                .description("What the script embed.js builds the form of on the page of a republishing site.");
        Answers.to(operation, "200").setDescription("The form.");
    }

    static void embeddedCount(Operation operation) {
        embedded(operation).operationId("embeddedCount").summary("The count of an appeal as a sentence");
        Answers.to(operation, "200").setDescription("The count, with nothing in it that is kept back.");
    }

    static void embeddedAddress(Operation operation) {
        operation
                .operationId("embeddedAddress")
                .tags(TAGS)
                .summary("Ask whether a mail address was typed as it was meant")
                .description("""
                        For the script embed.js, before it sends a signature. Nothing of it is kept. Where another \
                        address was probably meant, the one that was typed can be signed with all the same.""")
                .requestBody(new RequestBody()
                        .required(true)
                        .content(new Content()
                                .addMediaType(
                                        "application/json", new MediaType().schema(SignatureSchemas.emailAlone()))));
        Answers.to(operation, "200").setDescription("The address masked, and the one that was probably meant.");
        refuseToRead(
                operation,
                Problem.MALFORMED,
                Problem.TOO_SLOW,
                Problem.TOO_LARGE,
                Problem.NOT_JSON,
                Problem.ENCODED,
                Problem.INVALID);
    }

    private static Operation embedded(Operation operation) {
        refuseToRead(operation);
        return operation
                .tags(TAGS)
                .addParametersItem(asked("lang", "The language; otherwise it goes by Accept-Language."))
                .addParametersItem(asked("source", "The republishing site, by its id among the appeal's sources."));
    }

    private static Parameter asked(String name, String description) {
        return new QueryParameter().name(name).description(description).schema(Schemas.text());
    }
}
