package org.upprop.intake.openapi.web;

import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;

/** Headers that requests and answers have. */
final class Headers {

    static final Header RETRY_AFTER = new Header()
            .description("After how many seconds to come again.")
            .schema(new JsonSchema().typesItem("integer"));

    private Headers() {}

    static Header text(String description) {
        return new Header().description(description).schema(Schemas.text());
    }

    static Parameter sent(String name, String description) {
        return new HeaderParameter().name(name).description(description).schema(Schemas.text());
    }
}
