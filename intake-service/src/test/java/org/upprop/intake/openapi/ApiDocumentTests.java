package org.upprop.intake.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.AnAppeal.anAppeal;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.upprop.appeal.Appeal;
import org.upprop.intake.OverHttp;
import org.upprop.intake.Ports.AppealsInMemory;
import org.upprop.intake.signature.SignatureField;
import org.upprop.intake.web.Problem;
import org.upprop.signature.Comment;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.PersonName;
import org.upprop.signature.Website;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document is valid, whole, and says what the service does. */
@OverHttp
@ImportAutoConfiguration({
    SpringDocConfiguration.class,
    SpringDocConfigProperties.class,
    SpringDocWebMvcConfiguration.class
})
class ApiDocumentTests {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Problem> OF_NO_OPERATION = Set.of(Problem.METHOD_NOT_ALLOWED, Problem.NOT_FOUND);

    @Autowired
    MockMvcTester http;

    @Autowired
    AppealsInMemory appeals;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private final Appeal appeal = anAppeal().takingComments().build();
    private String text = "";
    private JsonNode document = JSON.createObjectNode();

    @BeforeEach
    void readTheDocument() {
        appeals.put(appeal);
        MvcTestResult answer = http.get().uri("/api/v1/openapi.json").exchange();
        assertThat(answer).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        document = JSON.readTree(text);
    }

    @Test
    void isAValidDocumentWhoseReferencesLeadSomewhere() {
        ParseOptions resolving = new ParseOptions();
        resolving.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text, List.of(), resolving);

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1.");
        assertThat(references())
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isObject())
                        .as(ref)
                        .isTrue());
        assertThat(new OpenAPIV3Parser()
                        .readContents(text.replaceFirst("\"responses\"", "\"answers\""), List.of(), resolving)
                        .getMessages())
                .isNotEmpty();
    }

    @Test
    void describesEveryPathOfTheApiAndNoPage() {
        Set<String> served = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(ApiDocumentTests::addresses)
                .filter(address -> address.contains(" /api/v1/") && !address.contains("/api/v1/openapi"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    assertThat(operation.path("summary").asString(""))
                            .as(method + " " + path)
                            .isNotEmpty();
                    assertThat(operation.path("responses").propertyNames())
                            .as(method + " " + path)
                            .contains("500", "503");
                }));

        assertThat(documented).isEqualTo(served);
    }

    @Test
    void namesEveryProblemWhereItCanCome() {
        String operations = document.path("paths").toString();

        assertThat(Arrays.stream(Problem.values()).filter(problem -> !OF_NO_OPERATION.contains(problem)))
                .allSatisfy(problem -> assertThat(operations).contains("\"" + problem.type() + "\""));
    }

    @Test
    void isThereAsYamlToo() {
        assertThat(http.get().uri("/api/v1/openapi.yaml")).hasForwardedUrl("/api/v1/openapi.json.yaml");
        assertThat(http.get().uri("/api/v1/openapi.json.yaml"))
                .hasStatusOk()
                .bodyText()
                .startsWith("openapi: 3.1.");
    }

    @Test
    void namesOnlyThisService() {
        assertThat(document.path("servers").toString()).isEqualTo("[{\"url\":\"https://intake.example\"}]");
        assertThat(http.get().uri("/api/v1/openapi.json").header(HttpHeaders.HOST, "evil.example"))
                .bodyText()
                .doesNotContain("evil");
    }

    @Test
    void showsTheLimitOfEveryFieldOfASignature() {
        assertThat(limit("SignatureOfIndividual/properties/name")).isEqualTo(PersonName.LIMIT);
        assertThat(limit("SignatureOfIndividual/properties/role")).isEqualTo(Detail.LIMIT);
        assertThat(limit("SignatureOfIndividual/properties/affiliation")).isEqualTo(Detail.LIMIT);
        assertThat(limit("SignatureOfIndividual/properties/city")).isEqualTo(Detail.LIMIT);
        assertThat(limit("SignatureOfIndividual/properties/comment")).isEqualTo(Comment.LIMIT);
        assertThat(limit("SignatureOfIndividual/properties/email")).isEqualTo(EmailAddress.LIMIT);
        assertThat(limit("SignatureOfOrganisation/properties/name")).isEqualTo(OrganisationName.LIMIT);
        assertThat(limit("SignatureOfOrganisation/properties/parent")).isEqualTo(OrganisationName.LIMIT);
        assertThat(limit("SignatureOfOrganisation/properties/website")).isEqualTo(Website.LIMIT);
        assertThat(limit("SignatureOfOrganisation/properties/contact/properties/name"))
                .isEqualTo(PersonName.LIMIT);
        assertThat(limit("SignatureOfOrganisation/properties/contact/properties/role"))
                .isEqualTo(Detail.LIMIT);
        assertThat(texts(schema("SignatureOfIndividual/properties/country/enum")))
                .containsExactlyElementsOf(Country.codes());
    }

    @ParameterizedTest
    @CsvSource({
        "individual, SignatureOfIndividual, /name",
        "individual, SignatureOfIndividual, /role",
        "individual, SignatureOfIndividual, /affiliation",
        "individual, SignatureOfIndividual, /city",
        "individual, SignatureOfIndividual, /comment",
        "organisation, SignatureOfOrganisation, /name",
        "organisation, SignatureOfOrganisation, /parent",
        "organisation, SignatureOfOrganisation, /contact/name",
        "organisation, SignatureOfOrganisation, /contact/role"
    })
    void meansTheLimitsThatItShows(String example, String schema, String pointer) {
        int limit = limit(schema + pointer.replace("/", "/properties/"));

        assertThat(sign(with(example(example), pointer, "x".repeat(limit)))).hasStatus(202);
        assertThat(sign(with(example(example), pointer, "x".repeat(limit + 1))))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].code")
                .asString()
                .endsWith(".too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"individual", "organisation"})
    void givesExamplesThatAreTaken(String name) {
        String example = example(name).toString();

        assertThat(sign(example)).hasStatus(202);
        assertThat(schemaFor("Signature").validate(example, InputFormat.JSON)).isEmpty();
        assertThat(schemaFor("Signature").validate(example.replace("\"name\"", "\"nom\""), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void showsTheCodesOfEveryField() {
        Set<String> shown = new TreeSet<>();
        for (String schema : List.of("SignatureOfIndividual", "SignatureOfOrganisation")) {
            schema(schema + "/properties").forEachEntry((name, field) -> {
                texts(field.path("x-codes")).forEach(code -> shown.add("/" + name + " " + code));
                field.path("properties")
                        .forEachEntry((part, inner) -> texts(inner.path("x-codes"))
                                .forEach(code -> shown.add("/" + name + "/" + part + " " + code)));
            });
        }

        assertThat(shown)
                .isEqualTo(Arrays.stream(SignatureField.values())
                        .filter(field -> field != SignatureField.ALL)
                        .flatMap(field -> field.codes().stream().map(code -> field.pointer() + " " + code))
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(texts(schema("SignatureErrorCode/enum"))).containsExactlyElementsOf(SignatureField.allCodes());
    }

    @Test
    void describesTheAnswersThatAreGiven() {
        assertThat(schemaFor("Received")
                        .validate(body(sign(example("individual").toString())), InputFormat.JSON))
                .isEmpty();
        assertThat(schemaFor("InvalidSignature").validate(body(sign("{}")), InputFormat.JSON))
                .isEmpty();
        assertThat(schemaFor("Appeal").validate(body(get("/api/v1/appeals/" + appeal.slug())), InputFormat.JSON))
                .isEmpty();
        assertThat(schemaFor("Items").validate(body(get("/api/v1/appeals")), InputFormat.JSON))
                .isEmpty();
        assertThat(schemaFor("Problem").validate(body(get("/api/v1/appeals/none")), InputFormat.JSON))
                .isEmpty();
        assertThat(schemaFor("Received").validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void promisesWhatAnIdempotencyKeyDoes() {
        assertThat(document.at("/paths/~1api~1v1~1appeals~1{slug}~1signatures/post/parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("name").asString().equals("Idempotency-Key"))
                        .map(parameter -> parameter.path("description").asString()))
                .singleElement()
                .asString()
                .contains("one effect");
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .flatMap(path ->
                        mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }

    private Set<String> references() {
        Set<String> references = new TreeSet<>();
        document.findValues("$ref").forEach(ref -> references.add(ref.asString()));
        return references;
    }

    private Schema schemaFor(String name) {
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        builder -> builder.schemas(Map.of("https://upprop.org/openapi.json", text)))
                .getSchema(SchemaLocation.of("https://upprop.org/openapi.json#/components/schemas/" + name));
    }

    private JsonNode schema(String path) {
        return document.at("/components/schemas/" + path);
    }

    private int limit(String path) {
        return schema(path).path("maxLength").asInt();
    }

    private ObjectNode example(String name) {
        JsonNode example = document.at(
                "/paths/~1api~1v1~1appeals~1{slug}~1signatures/post/requestBody/content/application~1json/examples/"
                        + name + "/value");
        ObjectNode ofThisAppeal = (ObjectNode) example;
        ofThisAppeal.putObject("consent").put("version", appeal.consent().version());
        return ofThisAppeal;
    }

    private static String with(ObjectNode signature, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) signature.at(pointer.substring(0, last))).put(pointer.substring(last + 1), value);
        return signature.toString();
    }

    private MvcTestResult sign(String signature) {
        return http.post()
                .uri("/api/v1/appeals/{slug}/signatures", appeal.slug())
                .contentType(MediaType.APPLICATION_JSON)
                .content(signature.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
