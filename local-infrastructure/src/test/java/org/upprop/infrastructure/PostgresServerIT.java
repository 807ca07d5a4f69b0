package org.upprop.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private final List<String> output = new CopyOnWriteArrayList<>();

    @Test
    void keepsItsRowsOverARestartOnTheSameFolder() throws Exception {
        try (var server = start()) {
            server.createDatabase("letters", "writer", "secret");
            execute(server, "create table letter (body text)", "insert into letter values ('Жаңаөзен')");
        }
        try (var server = start()) {
            assertThat(query(server, "select body from letter")).isEqualTo("Жаңаөзен");
        }
    }

    @Test
    void keepsItsRowsWhenItIsKilled() throws Exception {
        try (var server = start()) {
            server.createDatabase("letters", "writer", "secret");
            execute(server, "create table letter (body text)", "insert into letter values ('before')");
            server.kill();
            assertThat(server.isAlive()).isFalse();
            assertThat(server.onExit()).succeedsWithin(PATIENCE);
        }
        try (var server = start()) {
            assertThat(query(server, "select body from letter")).isEqualTo("before");
        }
    }

    @Test
    void createsADatabaseOnceAndTakesTheNewPassword() throws Exception {
        try (var server = start()) {
            server.createDatabase("letters", "writer", "old");
            server.createDatabase("letters", "writer", "it's \\ new");

            try (var connection = DriverManager.getConnection(server.jdbcUrl("letters"), "writer", "it's \\ new")) {
                assertThat(connection.isValid(1)).isTrue();
            }
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("letters"), "writer", "old"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void keepsTheOwnerOfOneDatabaseOutOfAnother() throws Exception {
        try (var server = start()) {
            server.createDatabase("letters", "writer", "secret");
            server.createDatabase("diaries", "diarist", "secret");

            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("diaries"), "writer", "secret"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void printsNoValueOfARowThatItRefuses() throws Exception {
        try (var server = start()) {
            server.createDatabase("letters", "writer", "secret");
            execute(server, "create table letter (body text unique)", "insert into letter values ('ada@example.org')");

            assertThatThrownBy(() -> execute(server, "insert into letter values ('ada@example.org')"))
                    .isInstanceOf(SQLException.class);
            server.close();
            assertThat(output)
                    .anyMatch(line -> line.contains("duplicate key"))
                    .noneMatch(line -> line.contains("ada@"));
        }
    }

    @Test
    void answersAgainAfterAPause() throws Exception {
        try (var server = start()) {
            server.createDatabase("letters", "writer", "secret");
            var impatient = new Properties();
            impatient.setProperty("user", "writer");
            impatient.setProperty("password", "secret");
            impatient.setProperty("socketTimeout", "1");
            try (var connection = DriverManager.getConnection(server.jdbcUrl("letters"), impatient)) {
                server.pause();
                assertThatThrownBy(() -> query(connection, "select 'lost'")).hasMessageContaining("I/O error");
            }
            server.resume();

            assertThat(query(server, "select 'after'")).isEqualTo("after");
        }
    }

    @Test
    void stopsAServerThatStillRunsOnTheFolder() {
        try (var first = start();
                var second = start()) {
            assertThat(first.isAlive()).isFalse();
            assertThat(second.isAlive()).isTrue();
            assertThat(output)
                    .contains("Stopping the PostgreSQL server that an earlier start left running (process %d)"
                            .formatted(first.pid()));
        }
    }

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> PostgresServer.start(folder, other.getLocalPort(), output::add))
                    .isInstanceOfSatisfying(
                            PortTaken.class, taken -> assertThat(taken.port()).isEqualTo(other.getLocalPort()));
        }
    }

    private PostgresServer start() {
        return PostgresServer.start(folder, 0, output::add);
    }

    private static void execute(PostgresServer server, String... statements) throws SQLException {
        try (var connection = connect(server);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(PostgresServer server, String sql) throws SQLException {
        try (var connection = connect(server)) {
            return query(connection, sql);
        }
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Connection connect(PostgresServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("letters"), "writer", "secret");
    }
}
