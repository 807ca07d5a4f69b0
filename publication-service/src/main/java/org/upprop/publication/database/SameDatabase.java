package org.upprop.publication.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Other connections to a database that is reached already. */
public final class SameDatabase {

    private SameDatabase() {}

    /** What is needed to reach it, under a name of its own; to be completed. */
    public static HikariConfig as(HikariDataSource known, String name) {
        HikariConfig config = new HikariConfig();
        known.getDataSourceProperties().forEach((key, value) -> config.addDataSourceProperty((String) key, value));
        config.setJdbcUrl(known.getJdbcUrl());
        config.setUsername(known.getUsername());
        config.setPassword(known.getPassword());
        config.setPoolName(name);
        config.setConnectionTimeout(known.getConnectionTimeout());
        config.setValidationTimeout(known.getValidationTimeout());
        return config;
    }

    /** A connection of its own for each who asks, which ends with what it was for. */
    public static DataSource unpooled(HikariDataSource known) {
        DriverManagerDataSource database =
                new DriverManagerDataSource(known.getJdbcUrl(), known.getUsername(), known.getPassword());
        database.setConnectionProperties(known.getDataSourceProperties());
        return database;
    }
}
