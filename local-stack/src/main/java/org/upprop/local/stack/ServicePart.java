package org.upprop.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.upprop.infrastructure.Child;
import org.upprop.infrastructure.Signal;

/**
 * A service, in a process of its own from its packaged jar.
 *
 * @param folder where its process works
 * @param jar what it is started from
 * @param environment its settings
 */
record ServicePart(
        String name, int port, Path folder, Supplier<UnpackedJar> jar, Map<String, String> environment, PartLog log)
        implements Part {

    private static final Pattern SETTING =
            Pattern.compile("(UPPROP|SPRING|SERVER|MANAGEMENT)_.*", Pattern.CASE_INSENSITIVE);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** A service that is used by a few people starts sooner and in less memory with these. */
    private static final List<String> JVM_OPTIONS =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xshare:auto");

    @Override
    public void stopLeftover() {
        Child.stopLeftover(name + " service", folder, Signal.TERM, log::tell);
    }

    @Override
    public Running start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-jar", jar.get().path().toString()));
        Child child = Child.launch(
                new Child.Launch(name + " service", folder, command, this::setIn, Signal.TERM, _ -> false), log);
        return new Service(child, URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(port)));
    }

    /** Drops what somebody exported for services of their own: the stack's settings are all that count. */
    private void setIn(Map<String, String> variables) {
        variables.keySet().removeIf(name -> SETTING.matcher(name).matches());
        variables.putAll(environment);
    }

    private record Service(Child child, URI readiness) implements Running {

        @Override
        public long pid() {
            return child.pid();
        }

        @Override
        public boolean isAlive() {
            return child.isAlive();
        }

        @Override
        public boolean isReady() {
            HttpRequest request =
                    HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
            try {
                return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void stop() {
            child.stop();
        }

        @Override
        public void kill() {
            child.kill();
        }
    }
}
