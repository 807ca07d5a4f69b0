package org.upprop.intake.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body of JSON is JSON to its end and in UTF-8, before anything is made of it. The parser alone would also guess at
 * UTF-16 and UTF-32, follow a {@code charset}, let half a surrogate pair pass, and stop at the first field that is wrong.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-8.1">RFC 8259, section 8.1</a>
 */
@RestControllerAdvice
class StrictBody extends RequestBodyAdviceAdapter {

    private final JsonMapper json;

    StrictBody(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converterType);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        byte[] body = message.getBody().readAllBytes();
        if (!isUtf8(message.getHeaders().getContentType()) || !isUtf8(body)) {
            throw Problem.MALFORMED.exception("JSON must be in UTF-8, without a byte order mark.");
        }
        HttpInputMessage again = new Message(message.getHeaders(), new ByteArrayInputStream(body));
        readThrough(body, again);
        return again;
    }

    /** What is no JSON behind a field of a wrong type is no JSON all the same. */
    private void readThrough(byte[] body, HttpInputMessage message) {
        try (JsonParser parser = json.createParser(body)) {
            parser.nextToken();
            parser.skipChildren();
            if (parser.nextToken() != null) {
                throw new HttpMessageNotReadableException("Something stands behind it", message);
            }
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("No JSON", unreadable, message);
        }
    }

    private static boolean isUtf8(@Nullable MediaType type) {
        Charset charset = type == null ? null : type.getCharset();
        return charset == null || charset.equals(StandardCharsets.UTF_8);
    }

    /** A zero byte stands in no JSON, but in most JSON that is UTF-16 or UTF-32. */
    private static boolean isUtf8(byte[] body) {
        try {
            String text = Utf8.text(body);
            return text.indexOf('\0') < 0 && !text.startsWith("\uFEFF");
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private record Message(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {}
}
