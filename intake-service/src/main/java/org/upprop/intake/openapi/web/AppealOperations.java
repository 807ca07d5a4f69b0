package org.upprop.intake.openapi.web;

import static org.upprop.intake.openapi.web.Answers.notModified;
import static org.upprop.intake.openapi.web.Answers.refuse;
import static org.upprop.intake.openapi.web.Answers.refuseToRead;
import static org.upprop.intake.openapi.web.Answers.tagged;
import static org.upprop.intake.openapi.web.Headers.sent;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.upprop.intake.web.Problem;

/** How reading and publishing appeals is described. */
final class AppealOperations {

    private static final List<String> TAGS = List.of("Appeals");

    private AppealOperations() {}

    static void list(Operation operation) {
        operation.operationId("appeals").tags(TAGS).summary("All appeals");
        Answers.to(operation, "200").setDescription("All appeals, the closed ones too.");
        refuse(operation, Refusals.to(Problem.NOT_ACCEPTABLE, Problem.UNEXPECTED, Problem.UNAVAILABLE));
    }

    static void read(Operation operation) {
        operation
                .operationId("appeal")
                .tags(TAGS)
                .summary("An appeal at its present version")
                .addParametersItem(ifNoneMatch());
        tagged(Answers.to(operation, "200"), "The appeal.", "Its revision.");
        notModified(operation);
        refuseToRead(operation);
    }

    static void readVersion(Operation operation) {
        operation
                .operationId("version")
                .tags(TAGS)
                .summary("What a version of an appeal says")
                .addParametersItem(ifNoneMatch());
        tagged(
                Answers.to(operation, "200"),
                "The texts of the version, as they were signed.",
                "The hash of the texts.");
        notModified(operation);
        refuseToRead(operation, Problem.MALFORMED, Problem.UNKNOWN_VERSION);
    }

    static void publish(Operation operation) {
        operation
                .operationId("publish")
                .tags(TAGS)
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
        tagged(Answers.to(operation, "200"), "The appeal as it is now.", "Its revision.");
        ApiResponse created = Answers.to(operation, "201");
        tagged(created, "The new appeal.", "Its revision.");
        created.addHeaderObject(HttpHeaders.LOCATION, Headers.text("Where it is."));
        refuse(
                operation,
                Refusals.to(
                        Problem.MALFORMED,
                        Problem.UNAUTHORISED,
                        Problem.FOREIGN_SITE,
                        Problem.ANOTHER_APPEAL,
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

    private static Parameter ifNoneMatch() {
        return sent(HttpHeaders.IF_NONE_MATCH, "The entity tag of what is there already.");
    }
}
