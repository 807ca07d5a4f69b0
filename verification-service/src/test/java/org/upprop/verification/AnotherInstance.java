package org.upprop.verification;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/** The same service once more, beside the one of a test, on the same broker and the same database. */
public final class AnotherInstance {

    private AnotherInstance() {}

    /** @param settings as they stand on a command line */
    public static ConfigurableApplicationContext beside(
            KafkaConnectionDetails broker, JdbcConnectionDetails database, String... settings) {
        List<String> shared = List.of(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + String.join(",", broker.getBootstrapServers()),
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());
        return new SpringApplicationBuilder(VerificationService.class)
                .run(Stream.concat(shared.stream(), Stream.of(settings)).toArray(String[]::new));
    }
}
