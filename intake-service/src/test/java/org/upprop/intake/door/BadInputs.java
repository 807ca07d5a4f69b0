package org.upprop.intake.door;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.upprop.intake.door.BadInput.invalid;
import static org.upprop.intake.door.BadInput.malformed;
import static org.upprop.intake.door.BadInput.of;
import static org.upprop.intake.door.BadInput.unknownField;
import static org.upprop.intake.door.Request.JSON;
import static org.upprop.intake.door.Request.SIGNATURES;
import static org.upprop.intake.door.Request.signing;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of bad inputs, each with the answer that it gets. */
final class BadInputs {

    static final String PERSON =
            "{\"kind\":\"individual\",\"name\":\"Ada\",\"email\":\"ada@example.org\",\"consent\":{\"version\":\"1\"}}";

    private static final String ORGANISATION = "{\"kind\":\"organisation\",\"name\":\"Gruvarbetarna\","
            + "\"email\":\"kansli@example.org\",\"website\":\"https://example.org\",\"organisationType\":\"ngo\","
            + "\"country\":\"SE\",\"contact\":{\"name\":\"Elsa\",\"role\":\"chair\"},\"authorised\":true,"
            + "\"consent\":{\"version\":\"1\"}}";

    private static final String APPEAL = "/api/v1/appeals/{slug}";
    private static final String PAGE = "/appeals/{slug}";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private BadInputs() {}

    static Stream<BadInput> all() {
        return Stream.of(heads(), paths(), methods(), types(), bodies(), encodings(), syntax(), fields())
                .flatMap(List::stream);
    }

    private static List<BadInput> heads() {
        Request read = Request.of("GET", APPEAL);
        return List.of(
                malformed("headers of more than 8 KiB", read.with("X-Long: " + "x".repeat(8 * 1024))),
                malformed("many headers of more than 8 KiB", read.with(many(400, "X-Header: xxxxxxxxxxxxxxxx"))),
                malformed("a request line of more than 8 KiB", Request.of("GET", APPEAL + "?q=" + "x".repeat(9_000))),
                malformed("a blank in the name of a header", read.with("X Y: 1")),
                malformed("a header without a colon", read.with("nonsense")),
                malformed("a zero byte in a header", read.with("X: a\0b")),
                malformed("no host", read.without("Host")),
                malformed("two hosts", read.with("Host: elsewhere")),
                malformed("a host that is none", read.without("Host").with("Host: a b<>")),
                malformed("no HTTP at all", new Request("\u0016\u0003\u0001\u0002", List.of(), new byte[0])),
                of("an HTTP of the future", new Request("GET / HTTP/3.0", List.of("Host: x"), new byte[0]), 505, null),
                of("an unknown expectation", signing(PERSON).with("Expect: a miracle"), 417, null));
    }

    private static List<BadInput> paths() {
        return List.of(
                of("an unknown appeal", Request.of("GET", "/api/v1/appeals/nobody-wrote-it"), 404, "unknown-appeal"),
                of("a slug that is none", Request.of("GET", "/api/v1/appeals/No_Slug"), 404, "unknown-appeal"),
                of(
                        "a slug of 4,000 letters",
                        Request.of("GET", "/api/v1/appeals/" + "a".repeat(4000)),
                        404,
                        "unknown-appeal"),
                of(
                        "a signature for nothing",
                        Request.of("POST", "/api/v1/appeals/nobody-wrote-it/signatures")
                                .with(JSON)
                                .body("{".getBytes(UTF_8)),
                        404,
                        "unknown-appeal"),
                of("an unknown path", Request.of("GET", "/api/v1/secrets"), 404, "not-found"),
                of(
                        "an unknown path to send to",
                        Request.of("POST", "/wp-login.php").with(FORM).body("a=b".getBytes(UTF_8)),
                        404,
                        "not-found"),
                of("doubled slashes", Request.of("GET", "//api//v1/appeals"), 404, "not-found"),
                of("nothing but slashes", Request.of("GET", "//"), 404, "not-found"),
                of("a slash at the end", Request.of("GET", APPEAL + "/"), 404, "not-found"),
                of("a way up", Request.of("GET", "/api/v1/appeals/../../secrets"), 404, "not-found"),
                of("an encoded way up", Request.of("GET", "/api/v1/appeals/%2e%2e/%2e%2e/secrets"), 404, "not-found"),
                malformed("a way above the top", Request.of("GET", "/../../etc/passwd")),
                malformed("an encoded slash", Request.of("GET", "/api/v1/appeals/a%2fb")),
                malformed("an encoded backslash", Request.of("GET", "/api/v1/appeals/a%5cb")),
                malformed("a backslash", Request.of("GET", "/api\\v1\\appeals")),
                malformed("an encoded zero byte", Request.of("GET", "/api/v1/appeals/a%00b")),
                malformed("a percent sign without digits", Request.of("GET", "/api/v1/appeals/a%zz")),
                malformed("bytes that are no ASCII", Request.of("GET", "/api/v1/appeals/\u00e4")),
                malformed("bytes that are no UTF-8", Request.of("GET", "/api/v1/appeals/%ff%fe")),
                malformed("a query that is no UTF-8", Request.of("GET", PAGE + "?lang=%ff")),
                malformed("a query with a percent sign alone", Request.of("GET", PAGE + "?lang=%")),
                malformed("65 parameters", Request.of("GET", PAGE + "?" + "a&".repeat(65))),
                of(
                        "a page with a query that is no UTF-8, for a browser",
                        Request.of("GET", PAGE + "?lang=%ff").with("Accept: text/html"),
                        400,
                        null,
                        "Content-Type: text/html"));
    }

    private static List<BadInput> methods() {
        return List.of(
                notAllowed("GET", SIGNATURES, "POST"),
                notAllowed("HEAD", SIGNATURES, "POST"),
                notAllowed("PUT", SIGNATURES, "POST", "Authorization: Bearer a token for the tests"),
                notAllowed("DELETE", APPEAL, "GET"),
                notAllowed("PATCH", APPEAL, "GET"),
                notAllowed("BREW", APPEAL, "GET"),
                notAllowed("get", APPEAL, "GET"),
                notAllowed("TRACE", APPEAL, "GET"),
                notAllowed("POST", "/api/v1/appeals", "GET"),
                notAllowed("POST", APPEAL, "PUT", "X-HTTP-Method-Override: PUT"),
                notAllowed("POST", APPEAL, "PUT", "X-HTTP-Method: PUT", "X-Method-Override: DELETE"),
                notAllowed("POST", APPEAL + "?_method=PUT", "PUT"),
                of(
                        "a form that says _method",
                        Request.of("POST", APPEAL).with(FORM).body("_method=PUT".getBytes(UTF_8)),
                        405,
                        "method-not-allowed"),
                of(
                        "a broken form with a method that takes none",
                        Request.of("DELETE", APPEAL).with(FORM).body("a=%4".getBytes(UTF_8)),
                        405,
                        "method-not-allowed"),
                malformed(
                        "a broken form whose type is written in capitals",
                        Request.of("POST", PAGE)
                                .with(FORM.toUpperCase(Locale.ROOT))
                                .body("name=%ff".getBytes(UTF_8))),
                of("a tunnel", Request.of("CONNECT", "localhost:80"), 501, null),
                malformed("a method that is none", Request.of("G@T", APPEAL)),
                of(
                        "an appeal without a token",
                        Request.of("PUT", APPEAL).with(JSON).body("{}".getBytes(UTF_8)),
                        401,
                        "unauthorised",
                        "WWW-Authenticate: Bearer realm=\"organiser\""),
                of(
                        "an appeal with a wrong token",
                        Request.of("PUT", APPEAL)
                                .with(JSON, "Authorization: Bearer a token of others")
                                .body("{}".getBytes(UTF_8)),
                        401,
                        "unauthorised"),
                of(
                        "an appeal with another scheme",
                        Request.of("PUT", APPEAL)
                                .with(JSON, "Authorization: Basic YTpi")
                                .body("{}".getBytes(UTF_8)),
                        401,
                        "unauthorised"));
    }

    private static List<BadInput> types() {
        byte[] person = PERSON.getBytes(UTF_8);
        return List.of(
                notJson("application/x-www-form-urlencoded"),
                notJson("text/plain"),
                notJson("text/json"),
                notJson("application/problem+json"),
                notJson("application/merge-patch+json"),
                notJson("application/cbor"),
                notJson("multipart/form-data; boundary=x"),
                notJson("multipart/form-data"),
                notJson("nonsense"),
                of(
                        "any type, from another site's page",
                        signing(PERSON)
                                .without("Content-Type")
                                .with("Content-Type: */*", "Origin: https://evil.example"),
                        415,
                        "not-json"),
                of("any answer, said badly", signing(PERSON).with("Accept: ;;;"), 406, "not-acceptable"),
                of(
                        "an unknown appeal, and an answer of no type",
                        Request.of("GET", "/api/v1/appeals/nobody").with("Accept: ;;;"),
                        404,
                        "unknown-appeal"),
                of("no type", Request.of("POST", SIGNATURES).body(person), 415, "not-json"),
                notAcceptable("text/html"),
                notAcceptable("application/xml"),
                of(
                        "an appeal as a page of the API",
                        Request.of("GET", APPEAL).with("Accept: text/html"),
                        406,
                        "not-acceptable"));
    }

    private static List<BadInput> bodies() {
        byte[] long_ = (PERSON + " ".repeat(8 * 1024)).getBytes(UTF_8);
        Request chunked = Request.of("POST", SIGNATURES).with(JSON, CHUNKED);
        return List.of(
                tooLarge("a byte too much", signing(PERSON + " ".repeat(8 * 1024 + 1 - PERSON.length()))),
                tooLarge("ten times too much", signing("x".repeat(80 * 1024))),
                tooLarge(
                        "too much without an end in sight",
                        signing("")
                                .without("Content-Length")
                                .with("Content-Length: 9999999999")
                                .raw("x".repeat(300 * 1024))),
                tooLarge("too much in chunks", chunked.raw(chunk("x".repeat(9_000)) + "0\r\n\r\n")),
                tooLarge("too much, and asked before", signing(long_).with("Expect: 100-continue")),
                tooLarge(
                        "too much in a form",
                        Request.of("POST", PAGE).with(FORM).body(("name=" + "x".repeat(25_000)).getBytes(UTF_8))),
                tooLarge(
                        "too much with a method that takes none",
                        Request.of("GET", APPEAL).body(long_)),
                malformed(
                        "a length that is none",
                        signing("").without("Content-Length").with("Content-Length: ten")),
                malformed(
                        "a negative length",
                        signing("").without("Content-Length").with("Content-Length: -1")),
                malformed("two lengths", signing(PERSON).with("Content-Length: 1")),
                malformed("a chunk without a length", chunked.raw("zz\r\nx\r\n0\r\n\r\n")),
                malformed("a chunk longer than it says", chunked.raw("1\r\nxyz\r\n0\r\n\r\n")),
                malformed(
                        "an endless trailer",
                        chunked.raw(chunk(PERSON) + "0\r\nX-Trailer: " + "x".repeat(20_000) + "\r\n\r\n")),
                malformed(
                        "an endless extension of a chunk",
                        chunked.raw("1;" + "x".repeat(20_000) + "\r\n{\r\n0\r\n\r\n")),
                of(
                        "an encoded transfer",
                        Request.of("POST", SIGNATURES)
                                .with(JSON, "Transfer-Encoding: gzip, chunked")
                                .raw("0\r\n\r\n"),
                        501,
                        null),
                malformed(
                        "a transfer that nobody knows",
                        Request.of("POST", SIGNATURES)
                                .with(JSON, "Transfer-Encoding: chunked, x")
                                .raw("0\r\n\r\n")),
                encoded("gzip"),
                encoded("br"),
                encoded("x-unknown"),
                malformed("no body", signing("")),
                malformed("nothing in chunks", chunked.raw("0\r\n\r\n")));
    }

    private static List<BadInput> encodings() {
        return List.of(
                notUtf8("Latin-1", PERSON.replace("Ada", "Ad\u00e4").getBytes(ISO_8859_1)),
                notUtf8("UTF-16 with a mark", PERSON.getBytes(Charset.forName("UTF-16"))),
                notUtf8("UTF-16 without", PERSON.getBytes(UTF_16LE)),
                notUtf8("UTF-32", PERSON.getBytes(Charset.forName("UTF-32"))),
                notUtf8("UTF-32 the other way round", PERSON.getBytes(Charset.forName("UTF-32LE"))),
                notUtf8("UTF-8 with a byte order mark", ("\uFEFF" + PERSON).getBytes(UTF_8)),
                notUtf8("an overlong slash", bytes("Ada", 0xC0, 0xAF)),
                notUtf8("an overlong slash of three", bytes("Ada", 0xE0, 0x80, 0xAF)),
                notUtf8("half a surrogate pair", bytes("Ada", 0xED, 0xA0, 0x80)),
                notUtf8("a pair of surrogates", bytes("Ada", 0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80)),
                notUtf8("beyond Unicode", bytes("Ada", 0xF4, 0x90, 0x80, 0x80)),
                notUtf8("a letter cut off", bytes("Ada", 0xD0)),
                notUtf8("a zero byte", bytes("Ada", 0)),
                malformed(
                        "a charset of its own",
                        signing(PERSON)
                                .without("Content-Type")
                                .with("Content-Type: application/json; charset=iso-8859-1")),
                malformed(
                        "UTF-16 that says so",
                        signing(PERSON.getBytes(UTF_16LE))
                                .without("Content-Type")
                                .with("Content-Type: application/json; charset=utf-16le")),
                malformed(
                        "a form that is no UTF-8",
                        Request.of("POST", PAGE).with(FORM).body("name=%ff".getBytes(UTF_8))),
                malformed(
                        "a form with a percent sign alone",
                        Request.of("POST", PAGE).with(FORM).body("name=%4".getBytes(UTF_8))),
                malformed(
                        "a form of a thousand fields",
                        Request.of("POST", PAGE)
                                .with(FORM)
                                .body("a=b&".repeat(1_000).getBytes(UTF_8))));
    }

    private static List<BadInput> syntax() {
        return Stream.of(
                        "null",
                        "7",
                        "true",
                        "\"text\"",
                        "[]",
                        "[" + PERSON + "]",
                        "{",
                        PERSON + "x",
                        PERSON + PERSON,
                        PERSON + ",",
                        "{'kind':'individual'}",
                        "{kind:\"individual\"}",
                        "/* a comment */" + PERSON,
                        PERSON.replace("}}", "},}"),
                        PERSON.replace("\"Ada\"", "\"A\tda\""),
                        PERSON.replace("\"Ada\"", "\"\\x41\""),
                        PERSON.replace("\"Ada\"", "\"\\u12\""),
                        with("\"appealVersion\":NaN"),
                        with("\"appealVersion\":01"),
                        with("\"appealVersion\":+1"),
                        with("\"appealVersion\":.5"),
                        with("\"appealVersion\":0x1"),
                        with("\"appealVersion\":1e"),
                        with("\"appealVersion\":" + "9".repeat(1_000)),
                        with("\"name\":\"Eve\""),
                        with("\"role\":" + "9".repeat(1_000)),
                        with("\"role\":7,\"role\":7"),
                        with("\"role\":7,,"),
                        with("\"role\":7") + "{}",
                        with("\"n\\u0061me\":\"Eve\""),
                        PERSON.replace("\"1\"", "\"1\",\"version\":\"1\""),
                        with("\"" + "x".repeat(200) + "\":1"),
                        with("\"role\":" + "[".repeat(500)),
                        with("\"role\":" + "[".repeat(12) + "]".repeat(12)),
                        with("\"role\":" + "{\"a\":".repeat(1_000)))
                .map(json -> malformed("JSON that is none: " + shortened(json), signing(json)))
                .toList();
    }

    private static List<BadInput> fields() {
        return List.of(
                unknownField("a field that nobody knows", with("\"secret\":1"), ""),
                unknownField("a field under the prototype", with("\"__proto__\":{\"a\":1}"), ""),
                unknownField("a field in the consent", PERSON.replace("\"1\"", "\"1\",\"secret\":1"), "/consent"),
                unknownField("a field in another case", PERSON.replace("\"email\"", "\"Email\""), ""),
                invalid("a number as a name", PERSON.replace("\"Ada\"", "7"), "/name", "name.type"),
                invalid("an object as a name", PERSON.replace("\"Ada\"", "{}"), "/name", "name.type"),
                invalid(
                        "a text as a consent",
                        PERSON.replace("{\"version\":\"1\"}", "\"1\""),
                        "/consent",
                        "consent.type"),
                invalid(
                        "a huge version",
                        with("\"appealVersion\":99999999999"),
                        "/appealVersion",
                        "appealVersion.type"),
                invalid("half a version", with("\"appealVersion\":1.5"), "/appealVersion", "appealVersion.type"),
                invalid(
                        "a version with an exponent",
                        with("\"appealVersion\":1e999999999"),
                        "/appealVersion",
                        "appealVersion.type"),
                invalid(
                        "a version of tomorrow",
                        with("\"appealVersion\":2"),
                        "/appealVersion",
                        "appealVersion.unknown"),
                invalid("no name", PERSON.replace("\"name\":\"Ada\",", ""), "/name", "name.required"),
                invalid("a blank name", PERSON.replace("Ada", "\u2003\u3164"), "/name", "name.empty"),
                invalid("a name of 121 letters", PERSON.replace("Ada", "a".repeat(121)), "/name", "name.too-long"),
                invalid(
                        "a name of 4,000 letters",
                        PERSON.replace("Ada", "\u0436".repeat(4_000)),
                        "/name",
                        "name.too-long"),
                invalid("a control in a name", PERSON.replace("Ada", "A\\u0000da"), "/name", "name.characters"),
                invalid("an override in a name", PERSON.replace("Ada", "A\u202eda"), "/name", "name.characters"),
                invalid(
                        "half a surrogate pair in a name",
                        PERSON.replace("Ada", "A\\ud83dda"),
                        "/name",
                        "name.characters"),
                invalid(
                        "a tower of marks",
                        PERSON.replace("Ada", "A" + "\u0301\u0302\u0303\u0304\u0305\u0306".repeat(5)),
                        "/name",
                        "name.marks"),
                invalid("a formula", PERSON.replace("Ada", "=1+1"), "/name", "name.formula"),
                invalid("a link", PERSON.replace("Ada", "https://spam.example"), "/name", "name.link"),
                invalid("no address", PERSON.replace("ada@example.org", "ada"), "/email", "email.invalid"),
                invalid(
                        "an address with a line break",
                        PERSON.replace("ada@example.org", "ada@example.org\\r\\nBcc: eve@example.org"),
                        "/email",
                        "email.characters"),
                invalid("another kind", PERSON.replace("individual", "robot"), "/kind", "kind.unknown"),
                invalid("a country by its name", with("\"country\":\"Sweden\""), "/country", "country.unknown"),
                invalid("a language that is none", with("\"locale\":\"not a tag\""), "/locale", "locale.invalid"),
                invalid(
                        "consent to something else",
                        PERSON.replace("\"1\"", "\"2\""),
                        "/consent/version",
                        "consent.outdated"),
                invalid("a comment where none are taken", with("\"comment\":\"Hello\""), "/comment", "comment.off"),
                invalid(
                        "a website of a person",
                        with("\"website\":\"https://example.org\""),
                        "/website",
                        "website.unexpected"),
                invalid(
                        "a script as a website",
                        ORGANISATION.replace("https://example.org", "javascript:alert(1)"),
                        "/website",
                        "website.invalid"),
                invalid(
                        "an organisation that may not",
                        ORGANISATION.replace("true", "false"),
                        "/authorised",
                        "authorised.required"),
                invalid(
                        "an organisation of no type",
                        ORGANISATION.replace("ngo", "gang"),
                        "/organisationType",
                        "organisationType.unknown"),
                of(
                        "an Idempotency-Key that is none",
                        signing(PERSON).with("Idempotency-Key: \"" + "x".repeat(200) + "\""),
                        400,
                        "idempotency-key-invalid"),
                of(
                        "a signature from a page of another site",
                        signing(PERSON).with("Origin: https://evil.example"),
                        403,
                        "foreign-site"));
    }

    private static BadInput notAllowed(String method, String path, String allowed, String... headers) {
        return of(
                method + " " + path + " " + String.join(" ", headers),
                Request.of(method, path).with(headers),
                405,
                method.equals("HEAD") ? null : "method-not-allowed",
                "Allow: " + allowed);
    }

    private static BadInput notJson(String type) {
        Request request = signing(PERSON).without("Content-Type").with("Content-Type: " + type);
        return of("a body of " + type, request, 415, "not-json", "Accept: application/json");
    }

    private static BadInput notAcceptable(String accepted) {
        return of("an answer as " + accepted, signing(PERSON).with("Accept: " + accepted), 406, "not-acceptable");
    }

    private static BadInput encoded(String encoding) {
        Request request = signing(PERSON).with("Content-Encoding: " + encoding);
        return of("a body in " + encoding, request, 415, "encoded", "Accept-Encoding: identity");
    }

    private static BadInput tooLarge(String name, Request request) {
        return of(name, request, 413, "too-large", "Connection: close");
    }

    private static BadInput notUtf8(String name, byte[] body) {
        return malformed(name, signing(body));
    }

    /** A person with these bytes in the name. */
    private static byte[] bytes(String name, int... octets) {
        StringBuilder text = new StringBuilder(name);
        for (int octet : octets) {
            text.append((char) octet);
        }
        return PERSON.replace("Ada", text).getBytes(ISO_8859_1);
    }

    private static String with(String field) {
        return PERSON.replace("\"consent\"", field + ",\"consent\"");
    }

    private static String shortened(String json) {
        return json.length() < 140 ? json : json.substring(0, 100) + "… of " + json.length();
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private static String[] many(int count, String header) {
        return Stream.generate(() -> header).limit(count).toArray(String[]::new);
    }
}
