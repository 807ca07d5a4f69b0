package org.upprop.intake.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * One operation of an OpenAPI document.
 *
 * @param headers the names of the headers that it reads
 * @param body the schema of its JSON body; missing where it takes none
 * @param responses the answers that are documented, by their status
 */
record ApiOperation(
        String method, String path, List<String> headers, JsonNode body, JsonNode responses, boolean needsToken) {

    static List<ApiOperation> in(JsonNode document) {
        List<ApiOperation> operations = new ArrayList<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, operation) -> operations.add(of(method.toUpperCase(Locale.ROOT), path, operation))));
        return operations;
    }

    private static ApiOperation of(String method, String path, JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content").path("application/json");
        List<String> headers = operation
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString("").equals("header"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
        return new ApiOperation(
                method,
                path,
                headers,
                content.has("schema") ? content.path("schema") : MissingNode.getInstance(),
                operation.path("responses"),
                operation.has("security"));
    }

    boolean hasBody() {
        return !body.isMissingNode();
    }

    boolean documents(int status) {
        return responses.has(String.valueOf(status));
    }

    /** The schema of an answer's body under its media type, as a pointer into the document; empty where there is none. */
    String schemaOf(int status, String mediaType) {
        String pointer = "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method.toLowerCase(Locale.ROOT)
                + "/responses/" + status + "/content/" + mediaType.replace("/", "~1") + "/schema";
        JsonNode content = responses.path(String.valueOf(status)).path("content");
        return content.path(mediaType).has("schema") ? pointer : "";
    }

    Set<String> mediaTypes(int status) {
        return Set.copyOf(responses.path(String.valueOf(status)).path("content").propertyNames());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
