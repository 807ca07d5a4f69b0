package org.upprop.infrastructure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A PostgreSQL server in a process of its own, which listens on the loopback address only.
 *
 * <p>Its folder belongs to one server at a time: a start on a folder where one still runs stops that one first. Started
 * by root it runs as another user or in a user namespace of its own, since PostgreSQL refuses root.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String NAME = "PostgreSQL server";

    private final Child child;
    private final int port;
    private final PostgresCluster cluster;

    private PostgresServer(Child child, int port, PostgresCluster cluster) {
        this.child = child;
        this.port = port;
        this.cluster = cluster;
    }

    /** Starts a server whose commits are {@linkplain Durability#KEPT kept}. */
    public static PostgresServer start(Path folder, int port, Consumer<String> output) {
        return start(folder, port, Durability.KEPT, output);
    }

    /**
     * Makes the database cluster where the folder is new, and returns when the server answers.
     *
     * @param port 0 means any free one
     * @param output gets each line that the server prints
     * @throws PortTaken if another program listens on the port
     */
    public static PostgresServer start(Path folder, int port, Durability durability, Consumer<String> output) {
        var home = folder.toAbsolutePath().normalize();
        stopLeftover(home, output);
        var chosenPort = Ports.choose(port);
        var account = PostgresAccount.forFolder(home);
        account.obstacleTo(home).ifPresent(obstacle -> {
            throw new IllegalStateException(obstacle);
        });
        var binaries = PostgresBinaries.unpackedIn(account.cacheFor(home));
        var cluster = PostgresCluster.in(home, binaries, account);
        var launch = new Child.Launch(
                NAME,
                home,
                account.command(command(cluster, chosenPort, durability, binaries)),
                _ -> {},
                Signal.INT,
                line -> line.endsWith("database system is ready to accept connections"));
        return new PostgresServer(Child.start(launch, output), chosenPort, cluster);
    }

    /** Why a server cannot run on the folder as the user that it would run as. */
    public static Optional<String> obstacleTo(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        return PostgresAccount.forFolder(home).obstacleTo(home);
    }

    /** Stops a server that an earlier start left running on the folder, and says so. */
    public static void stopLeftover(Path folder, Consumer<String> output) {
        Child.stopLeftover(NAME, folder, Signal.INT, output);
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(Ports.LOOPBACK, port, database);
    }

    /** Makes the role and a database that it owns and nobody else may open; what exists stays, with this password. */
    public void createDatabase(String name, String user, String password) {
        new PostgresDatabases(
                        jdbcUrl(PostgresCluster.SUPERUSER), PostgresCluster.SUPERUSER, cluster.superuserPassword())
                .create(name, user, password);
    }

    public long pid() {
        return child.pid();
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    public CompletableFuture<Void> onExit() {
        return child.onExit();
    }

    /** Freezes the server: its connections stay open and nothing answers. */
    public void pause() {
        child.pause();
    }

    public void resume() {
        child.resume();
    }

    /** Ends the server as a crash would. */
    public void kill() {
        child.kill();
    }

    /** Stops the server in good order, whoever is connected, and by force where that takes too long. */
    @Override
    public void close() {
        child.stop();
    }

    private static List<String> command(
            PostgresCluster cluster, int port, Durability durability, PostgresBinaries binaries) {
        var command = new ArrayList<String>();
        command.add(binaries.program("postgres").toString());
        command.addAll(List.of("-D", cluster.data().toString()));
        command.addAll(List.of("-p", Integer.toString(port)));
        setting(command, "listen_addresses", Ports.LOOPBACK);
        setting(command, "unix_socket_directories", "");
        setting(command, "timezone", "UTC");
        setting(command, "log_line_prefix", "%m [%p] ");
        setting(command, "log_checkpoints", "off");
        // A refused row or statement holds personal data, and what the server prints ends in a log.
        setting(command, "log_error_verbosity", "terse");
        setting(command, "log_min_error_statement", "panic");
        if (durability == Durability.FORGOTTEN) {
            setting(command, "fsync", "off");
            setting(command, "synchronous_commit", "off");
            setting(command, "full_page_writes", "off");
        }
        return command;
    }

    private static void setting(List<String> command, String name, String value) {
        command.add("-c");
        command.add(name + "=" + value);
    }
}
