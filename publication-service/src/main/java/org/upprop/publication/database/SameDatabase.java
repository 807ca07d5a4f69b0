package org.upprop.publication.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

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
}
