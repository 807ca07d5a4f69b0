package org.upprop.publication.list;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.publication.database.SameDatabase;

/** The connections of readers, so that no crowd of them keeps the list from being written. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@interface Readers {

    @Configuration(proxyBeanMethods = false)
    class Connections {

        @Readers
        @Bean(defaultCandidate = false)
        HikariDataSource readers(HikariDataSource lists, ListProperties properties) {
            HikariConfig config = SameDatabase.as(lists, "readers");
            config.addDataSourceProperty(
                    "options", "-c statement_timeout=" + properties.patience().toMillis());
            config.setMaximumPoolSize(properties.readers());
            config.setMinimumIdle(1);
            config.setInitializationFailTimeout(-1);
            return new HikariDataSource(config);
        }

        @Readers
        @Bean(defaultCandidate = false)
        JdbcClient readersJdbc(@Readers HikariDataSource readers) {
            return JdbcClient.create(readers);
        }
    }
}
