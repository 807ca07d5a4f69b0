package org.upprop.intake.openapi.web;

import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Parts of JSON schemas, as OpenAPI 3.1 has them. */
final class Schemas {

    private Schemas() {}

    static Schema<?> text() {
        return new JsonSchema().typesItem("string");
    }

    static Schema<?> text(String description) {
        return text().description(description);
    }

    /** One of some texts. */
    static Schema<?> choice(String description, Collection<String> values) {
        JsonSchema choice = new JsonSchema();
        choice.typesItem("string");
        choice.setDescription(description);
        choice.setEnum(List.copyOf(values));
        return choice;
    }

    static Schema<?> number(String description) {
        return new JsonSchema().typesItem("integer").description(description);
    }

    static Schema<?> listOf(Schema<?> items, String description) {
        JsonSchema list = new JsonSchema();
        list.typesItem("array");
        list.setItems(items);
        list.setDescription(description);
        return list;
    }

    /** Everything that an object has. */
    static Schema<?> object(String description, List<String> required, Map<String, Schema<?>> properties) {
        Schema<?> object = new JsonSchema().typesItem("object").description(description);
        properties.forEach(object::addProperty);
        object.setRequired(required);
        return object;
    }

    static Schema<?> ref(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }
}
