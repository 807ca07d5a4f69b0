package org.upprop.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the spans that services export, as a collector of OpenTelemetry does. */
final class SpanCollector implements AutoCloseable {

    private final List<byte[]> exports = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    SpanCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String endpoint() {
        return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
    }

    List<Exported> spans() {
        return exports.stream().flatMap(SpanCollector::spansOf).toList();
    }

    /** Every byte that came; what is a text in it can be read. */
    String everything() {
        return exports.stream()
                .map(export -> new String(export, StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            exports.add(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static Stream<Exported> spansOf(byte[] export) {
        try {
            return ExportTraceServiceRequest.parseFrom(export).getResourceSpansList().stream()
                    .flatMap(service -> service.getScopeSpansList().stream()
                            .flatMap(scope -> scope.getSpansList().stream())
                            .map(span -> new Exported(nameOf(service), span)));
        } catch (IOException notSpans) {
            throw new UncheckedIOException(notSpans);
        }
    }

    private static String nameOf(ResourceSpans service) {
        return service.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElseThrow();
    }

    /** A span, and the service that exported it. */
    record Exported(String service, Span span) {

        String trace() {
            return HexFormat.of().formatHex(span.getTraceId().toByteArray());
        }

        String id() {
            return HexFormat.of().formatHex(span.getSpanId().toByteArray());
        }

        /** The id of the span that it is a part of; empty where it began a trace. */
        String parent() {
            return HexFormat.of().formatHex(span.getParentSpanId().toByteArray());
        }

        Span.SpanKind kind() {
            return span.getKind();
        }

        String attribute(String key) {
            return span.getAttributesList().stream()
                    .filter(attribute -> attribute.getKey().equals(key))
                    .map(attribute -> attribute.getValue().getStringValue())
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return "%s: %s %s".formatted(service, kind(), span.getName());
        }
    }
}
