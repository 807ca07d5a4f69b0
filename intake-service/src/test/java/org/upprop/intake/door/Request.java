package org.upprop.intake.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A request as bytes, put together by hand. {@link #SLUG} in its path stands for an appeal. */
record Request(String line, List<String> headers, byte[] body) {

    /** Stands for an appeal that is open. */
    static final String SLUG = "{slug}";

    static final String SIGNATURES = "/api/v1/appeals/{slug}/signatures";
    static final String JSON = "Content-Type: application/json";

    static Request of(String method, String path) {
        return new Request(method + " " + path + " HTTP/1.1", List.of("Host: localhost"), new byte[0]);
    }

    /** A signature whose body is this JSON. */
    static Request signing(String json) {
        return signing(json.getBytes(StandardCharsets.UTF_8));
    }

    static Request signing(byte[] body) {
        return of("POST", SIGNATURES).with(JSON).body(body);
    }

    Request with(String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(Arrays.asList(more));
        return new Request(line, all, body);
    }

    Request without(String header) {
        return new Request(
                line, headers.stream().filter(each -> !each.startsWith(header)).toList(), body);
    }

    /** With the length that it has. */
    Request body(byte[] bytes) {
        return new Request(line, headers, bytes).with("Content-Length: " + bytes.length);
    }

    /** With no header that says its length: as it stands. */
    Request raw(String text) {
        return new Request(line, headers, text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes(String slug) {
        byte[] head = (line.replace(SLUG, slug) + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
