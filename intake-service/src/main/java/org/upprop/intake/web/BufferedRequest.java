package org.upprop.intake.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * A request whose body was read already, and whose parameters with it: those of the query, and of a form those of its
 * fields too.
 */
final class BufferedRequest extends HttpServletRequestWrapper {

    private final ByteArrayInputStream body;
    private final Map<String, String[]> parameters;

    private BufferedRequest(HttpServletRequest request, byte[] body, Map<String, String[]> parameters) {
        super(request);
        this.body = new ByteArrayInputStream(body);
        this.parameters = parameters;
    }

    /**
     * @throws IllegalArgumentException if the parameters are too many, or no percent-encoded UTF-8
     */
    static BufferedRequest of(HttpServletRequest request, byte[] body) {
        return new BufferedRequest(
                request, body, body.length > 0 && isForm(request) ? fields(request, body) : ofQuery(request));
    }

    /** One whose body and parameters nobody looks at any more, because it is refused. */
    static BufferedRequest refused(HttpServletRequest request) {
        return new BufferedRequest(request, new byte[0], Map.of());
    }

    @Override
    public ServletInputStream getInputStream() {
        return new ServletInputStream() {
            @Override
            public int read() {
                return body.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return body.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return body.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body was read already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return HttpMethod.POST.matches(request.getMethod())
                && StringUtils.startsWithIgnoreCase(type, MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** The query's first, as servlets have them. */
    private static Map<String, String[]> fields(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        Map<String, List<String>> fields = FormFields.in(
                query == null
                        ? new String(body, StandardCharsets.ISO_8859_1)
                        : query + "&" + new String(body, StandardCharsets.ISO_8859_1));
        Map<String, String[]> parameters = new LinkedHashMap<>();
        fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return Collections.unmodifiableMap(parameters);
    }

    private static Map<String, String[]> ofQuery(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
