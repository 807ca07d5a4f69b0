package org.upprop.infrastructure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A Kafka broker in a process of its own, which is its own controller and listens on the loopback address only.
 *
 * <p>Its folder belongs to one broker at a time: a start on a folder where one still runs stops that one first.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final String NAME = "Kafka broker";

    private final Child child;
    private final String bootstrapServers;

    private KafkaBroker(Child child, String bootstrapServers) {
        this.child = child;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Formats the folder where it is new, and returns when the broker answers.
     *
     * @param port 0 means any free one
     * @param output gets each line that the broker prints, from warnings upwards
     * @throws PortTaken if another program listens on the port
     */
    public static KafkaBroker start(Path folder, int port, Consumer<String> output) {
        var home = folder.toAbsolutePath().normalize();
        stopLeftover(home, output);
        var address = Ports.LOOPBACK + ":" + Ports.choose(port);
        var properties = home.resolve("broker.properties");
        write(configuration(home.resolve("log"), address), properties);
        var launch = new Child.Launch(NAME, home, command(properties), _ -> {}, Signal.TERM, BrokerMain.READY::equals);
        return new KafkaBroker(Child.start(launch, output), address);
    }

    /** Stops a broker that an earlier start left running on the folder, and says so. */
    public static void stopLeftover(Path folder, Consumer<String> output) {
        Child.stopLeftover(NAME, folder, Signal.TERM, output);
    }

    public String bootstrapServers() {
        return bootstrapServers;
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

    /** Freezes the broker: its connections stay open and nothing answers. */
    public void pause() {
        child.pause();
    }

    public void resume() {
        child.resume();
    }

    /** Ends the broker as a crash would. */
    public void kill() {
        child.kill();
    }

    /** Stops the broker in good order, and by force where that takes too long. */
    @Override
    public void close() {
        child.stop();
    }

    private static List<String> command(Path properties) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // The compression libraries of the broker need both.
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=org/upprop/infrastructure/broker-logback.xml",
                "-cp",
                absoluteClassPath(),
                BrokerMain.class.getName(),
                properties.toString());
    }

    /** The broker works in another folder than this JVM. */
    private static String absoluteClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Properties configuration(Path log, String address) {
        // The controller's port is in no file that outlives the process, so it may be another one at each start.
        var controller = Ports.LOOPBACK + ":" + Ports.free();
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("listeners", "CLIENTS://%s,CONTROLLER://%s".formatted(address, controller));
        properties.setProperty("advertised.listeners", "CLIENTS://" + address);
        properties.setProperty("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("inter.broker.listener.name", "CLIENTS");
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("controller.quorum.voters", "1@" + controller);
        properties.setProperty("log.dirs", log.toString());
        properties.setProperty("auto.create.topics.enable", "false");
        properties.setProperty("default.replication.factor", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "8");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        // The default is a third of the whole heap.
        properties.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 * 1024 * 1024));
        return properties;
    }

    private static void write(Properties properties, Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "Written anew at each start");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
