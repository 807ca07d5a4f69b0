package org.upprop.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.upprop.local.Problem;

/** The services and what each of them has to know about this machine. */
final class Services {

    private static final String HERE = "127.0.0.1";

    private final Path home;
    private final DataFolder data;
    private final Ports ports;
    private final Function<String, PartLog> logs;

    Services(Path home, DataFolder data, Ports ports, Function<String, PartLog> logs) {
        this.home = home;
        this.data = data;
        this.ports = ports;
        this.logs = logs;
    }

    /** The services that keep something, each in a database of its own name. */
    static List<String> withDatabase() {
        return List.of("verification", "publication");
    }

    List<ServicePart> all() {
        Map<String, String> fingerprints = Map.of("UPPROP_FINGERPRINT_SECRET", data.fingerprintSecret());
        // The lease is how long a mail waits whose sender did not say goodbye, 30 s by default. A mailbox on this
        // machine
        // takes more than a provider's 14 mails a second.
        Map<String, String> mail = Map.of(
                "SPRING_MAIL_HOST",
                HERE,
                "SPRING_MAIL_PORT",
                text(ports.smtp()),
                "UPPROP_MAIL_LEASE",
                "10s",
                "UPPROP_MAIL_PERSECOND",
                "1000");
        Map<String, String> others = Map.of(
                "UPPROP_VERIFICATION_URL", inside(ports.verification()),
                "UPPROP_PUBLICATION_URL", inside(ports.publication()));
        Map<String, String> organiser = Map.of("UPPROP_ORGANISER_TOKEN", data.token());
        Map<String, String> operator = Map.of("UPPROP_OPERATOR_TOKEN", data.token());
        Map<String, String> ledger = Map.of("UPPROP_VERIFICATION_MANAGEMENTURL", inside(ports.verification()));
        Map<String, String> reviewer = Map.of("UPPROP_REVIEWER_TOKEN", data.token());
        // Whoever signs here comes from this machine, so what one address may send is what everybody may.
        Map<String, String> limits =
                Map.of("UPPROP_ADMISSION_BURST", "1000/1m", "UPPROP_ADMISSION_SUSTAINED", "10000/1h");
        Map<String, String> visits = Map.of("UPPROP_VISITS_PERMINUTE", "1000000", "UPPROP_VISITS_ASKSPERHOUR", "10000");
        return List.of(
                service("intake", ports.intake(), List.of(fingerprints, organiser, others, limits)),
                service(
                        "verification",
                        ports.verification(),
                        List.of(fingerprints, reviewer, mail, visits, database("verification"))),
                service("publication", ports.publication(), List.of(operator, organiser, database("publication"))),
                service("monitor", "pipeline-monitor", ports.monitor(), List.of(operator, ledger)));
    }

    private ServicePart service(String name, int port, List<Map<String, String>> particulars) {
        return service(name, name + "-service", port, particulars);
    }

    private ServicePart service(String name, String module, int port, List<Map<String, String>> particulars) {
        Path packaged = home.resolve(module)
                .resolve("target")
                .resolve(module + ".jar")
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(packaged)) {
            throw Problem.beforehand("%s is missing; build it with: mvn package -DskipTests".formatted(packaged));
        }
        Path folder = data.services().resolve(name);
        Map<String, String> environment = new HashMap<>(forEveryService());
        environment.put("SERVER_PORT", text(port));
        particulars.forEach(environment::putAll);
        return new ServicePart(
                name,
                port,
                folder,
                () -> UnpackedJar.of(packaged, folder.resolve("app")),
                environment,
                logs.apply(name));
    }

    private Map<String, String> forEveryService() {
        return Map.ofEntries(
                Map.entry("SERVER_ADDRESS", HERE),
                Map.entry("SPRING_KAFKA_BOOTSTRAP_SERVERS", HERE + ":" + ports.kafka()),
                // So long nobody else reads on where a process was that did not say goodbye; the default is 45 s.
                Map.entry("SPRING_KAFKA_CONSUMER_PROPERTIES_SESSION_TIMEOUT_MS", "10000"),
                Map.entry("SPRING_MAIN_BANNER_MODE", "off"),
                Map.entry("SPRING_OUTPUT_ANSI_ENABLED", "never"),
                Map.entry("UPPROP_MAIL_FROM", "noreply@localhost"),
                Map.entry("UPPROP_PUBLIC_URL_INTAKE", url(ports.intake())),
                Map.entry("UPPROP_PUBLIC_URL_VERIFICATION", url(ports.verification())),
                Map.entry("UPPROP_PUBLIC_URL_PUBLICATION", url(ports.publication())));
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "SPRING_DATASOURCE_URL", "jdbc:postgresql://%s:%d/%s".formatted(HERE, ports.postgres(), name),
                "SPRING_DATASOURCE_USERNAME", name,
                "SPRING_DATASOURCE_PASSWORD", data.databasePassword());
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    private static String inside(int port) {
        return "http://" + HERE + ":" + port;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
