package org.upprop.intake.openapi.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.upprop.appeal.AppealSlug;

/** What each operation of the API takes and refuses; what it answers when all is well is found by its types. */
final class Operations {

    private static final Map<String, Consumer<Operation>> DESCRIPTIONS = Map.of(
            "POST /api/v1/appeals/{slug}/signatures", SignatureOperations::sign,
            "GET /api/v1/appeals/{slug}/challenge", SignatureOperations::challenge,
            "GET /api/v1/appeals/{slug}/embed", SignatureOperations::embed,
            "GET /api/v1/appeals/{slug}/embed/count", SignatureOperations::embeddedCount,
            "POST /api/v1/appeals/{slug}/embed/address", SignatureOperations::embeddedAddress,
            "GET /api/v1/appeals", AppealOperations::list,
            "GET /api/v1/appeals/{slug}", AppealOperations::read,
            "GET /api/v1/appeals/{slug}/versions/{version}", AppealOperations::readVersion,
            "PUT /api/v1/appeals/{slug}", AppealOperations::publish);

    private Operations() {}

    static void describe(HttpMethod method, String path, Operation operation) {
        operation.setParameters(fromControllers(operation));
        slug(path).forEach(operation::addParametersItem);
        DESCRIPTIONS.getOrDefault(method + " " + path, undescribed -> {}).accept(operation);
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
}
