package org.upprop.intake.openapi.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.upprop.intake.web.Problem;

/** What operations answer; the type of an answer is found by Springdoc. */
final class Answers {

    private Answers() {}

    /** One answer of an operation, to be described. */
    static ApiResponse to(Operation operation, String status) {
        return operation.getResponses().computeIfAbsent(status, absent -> new ApiResponse());
    }

    /** Describes an answer with an entity tag. */
    static void tagged(ApiResponse answer, String description, String tag) {
        answer.description(description).addHeaderObject(HttpHeaders.ETAG, Headers.text(tag));
    }

    static void notModified(Operation operation) {
        operation.getResponses().addApiResponse("304", new ApiResponse().description("It is what was there already."));
    }

    static void refuse(Operation operation, Map<String, ApiResponse> refusals) {
        refusals.forEach(operation.getResponses()::addApiResponse);
    }

    /** Refuses what may be wrong with reading something of one appeal, and what is the operation's own. */
    static void refuseToRead(Operation operation, Problem... own) {
        refuse(
                operation,
                Refusals.to(Stream.concat(
                                Stream.of(
                                        Problem.FOREIGN_SITE,
                                        Problem.UNKNOWN_APPEAL,
                                        Problem.NOT_ACCEPTABLE,
                                        Problem.UNEXPECTED,
                                        Problem.UNAVAILABLE),
                                Stream.of(own))
                        .toArray(Problem[]::new)));
    }
}
