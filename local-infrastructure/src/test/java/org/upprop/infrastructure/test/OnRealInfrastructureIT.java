package org.upprop.infrastructure.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnRealInfrastructure(
        properties = {
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.datasource.hikari.data-source-properties.socketTimeout=1"
        })
class OnRealInfrastructureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Infrastructure infrastructure;

    @Autowired
    private KafkaConnectionDetails kafka;

    @Autowired
    private JdbcClient database;

    @Test
    void connectsTheServiceToTheChosenServers() {
        assertThat(serverVersion()).startsWith("18");
        await().atMost(PATIENCE).until(this::brokerAnswers);
    }

    @Test
    void takesKafkaAwayForAWhile() {
        infrastructure.pauseKafka();
        assertThat(brokerAnswers()).isFalse();

        infrastructure.resumeKafka();
        await().atMost(PATIENCE).until(this::brokerAnswers);
    }

    @Test
    void takesPostgresAwayForAWhile() {
        infrastructure.pausePostgres();
        assertThatThrownBy(this::serverVersion).isInstanceOf(RuntimeException.class);

        infrastructure.resumePostgres();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> serverVersion().startsWith("18"));
    }

    @Test
    void pausesAndResumesTwiceAsOnce() {
        infrastructure.pauseKafka();
        infrastructure.pauseKafka();
        infrastructure.resumeKafka();
        infrastructure.resumeKafka();

        await().atMost(PATIENCE).until(this::brokerAnswers);
    }

    private String serverVersion() {
        return database.sql("show server_version").query(String.class).single();
    }

    private boolean brokerAnswers() {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.getBootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1000);
        try (var admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get().size() == 1;
        } catch (Exception e) {
            return false;
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}
}
