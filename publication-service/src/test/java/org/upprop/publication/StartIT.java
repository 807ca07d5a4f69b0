package org.upprop.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.upprop.infrastructure.test.Infrastructure;
import org.upprop.infrastructure.test.OnRealInfrastructure;

@OnRealInfrastructure
class StartIT {

    private static final Duration SOME_ATTEMPTS = Duration.ofSeconds(15);

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    KafkaConnectionDetails broker;

    @Autowired
    Infrastructure infrastructure;

    @Test
    void waitsForADatabaseThatIsAway() {
        infrastructure.pausePostgres();
        CompletableFuture<ConfigurableApplicationContext> start = CompletableFuture.supplyAsync(this::startAnother);

        assertThat(start).as("still waits").failsWithin(SOME_ATTEMPTS).withThrowableOfType(TimeoutException.class);
        infrastructure.resumePostgres();

        assertThat(start).succeedsWithin(Duration.ofMinutes(1)).satisfies(ConfigurableApplicationContext::close);
    }

    private ConfigurableApplicationContext startAnother() {
        return new SpringApplicationBuilder(PublicationService.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword(),
                        "--spring.kafka.bootstrap-servers=" + String.join(",", broker.getBootstrapServers()),
                        "--spring.kafka.consumer.group-id=another");
    }
}
