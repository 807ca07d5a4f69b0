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
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * JSON comes in UTF-8. The parser alone would also guess at UTF-16 and UTF-32, follow a {@code charset}, and let half a
 * surrogate pair pass.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-8.1">RFC 8259, section 8.1</a>
 */
@RestControllerAdvice
class StrictUtf8 extends RequestBodyAdviceAdapter {

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
        return new Message(message.getHeaders(), new ByteArrayInputStream(body));
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
