package org.upprop.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The databases of a server, as its superuser makes them. */
record PostgresDatabases(String url, String superuser, String superuserPassword) {

    private static final String ROLE_EXISTS = "select 1 from pg_roles where rolname = ?";
    private static final String DATABASE_EXISTS = "select 1 from pg_database where datname = ?";
    private static final String CREATE_ROLE = "select format('create role %I login', ?::text)";
    private static final String SET_PASSWORD = "select format('alter role %I password %L', ?::text, ?::text)";
    private static final String CREATE_DATABASE = "select format('create database %I owner %I', ?::text, ?::text)";
    private static final String KEEP_OTHERS_OUT = "select format('revoke all on database %I from public', ?::text)";

    void create(String name, String user, String password) {
        try (var connection = DriverManager.getConnection(url, superuser, superuserPassword)) {
            if (!exists(connection, ROLE_EXISTS, user)) {
                executeFormatted(connection, CREATE_ROLE, user);
            }
            executeFormatted(connection, SET_PASSWORD, user, password);
            if (!exists(connection, DATABASE_EXISTS, name)) {
                executeFormatted(connection, CREATE_DATABASE, name, user);
            }
            executeFormatted(connection, KEEP_OTHERS_OUT, name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Lets the server quote the names, then runs what it made. */
    private static void executeFormatted(Connection connection, String format, String... values) throws SQLException {
        try (var formatting = connection.prepareStatement(format);
                var statement = connection.createStatement()) {
            for (var i = 0; i < values.length; i++) {
                formatting.setString(i + 1, values[i]);
            }
            try (var row = formatting.executeQuery()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }
}
