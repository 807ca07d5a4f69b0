package org.upprop.infrastructure.test;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Connects the service of a test to the servers, of which those with a database are not for every service. */
@TestConfiguration(proxyBeanMethods = false)
class InfrastructureConfiguration {

    private static final String DATABASE_MODULE = "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails";

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(Origin.OnContainers.class)
    static class InContainers {

        @Bean
        @ServiceConnection
        KafkaContainer kafka() {
            return SharedKafka.CONTAINER;
        }

        @Bean
        Infrastructure infrastructure() {
            return new Infrastructure(() -> SharedKafka.pausable(), () -> SharedPostgres.pausable());
        }

        @TestConfiguration(proxyBeanMethods = false)
        @ConditionalOnClass(name = DATABASE_MODULE)
        static class Database {

            @Bean
            @ServiceConnection
            PostgreSQLContainer postgres() {
                return SharedPostgres.CONTAINER;
            }
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(Origin.OnEmbedded.class)
    static class Embedded {

        @Bean
        KafkaConnectionDetails kafka() {
            return () -> List.of(Processes.kafka().bootstrapServers());
        }

        @Bean
        Infrastructure infrastructure() {
            return Processes.infrastructure();
        }

        @TestConfiguration(proxyBeanMethods = false)
        @ConditionalOnClass(name = DATABASE_MODULE)
        static class Database {

            @Bean
            JdbcConnectionDetails postgres() {
                return new ProcessConnection(Processes.postgres().jdbcUrl(Processes.DATABASE));
            }
        }
    }

    private record ProcessConnection(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return Processes.DATABASE;
        }

        @Override
        public String getPassword() {
            return Processes.DATABASE;
        }
    }
}
