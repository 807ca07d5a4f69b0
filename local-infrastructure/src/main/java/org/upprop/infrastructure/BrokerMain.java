package org.upprop.infrastructure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** The child process that is a Kafka broker and its own controller; its one argument is its configuration file. */
final class BrokerMain {

    static final String READY = "upprop-broker-ready";

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        if (!Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            format(file);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        try {
            server.startup();
        } catch (RuntimeException e) {
            // Threads of a half-started broker would keep this process alive.
            e.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
        System.out.println(READY);
        server.awaitShutdown();
    }

    private static void format(Path file) {
        var report = new ByteArrayOutputStream();
        var result = StorageTool.execute(
                new String[] {"format", "--cluster-id", Uuid.randomUuid().toString(), "--config", file.toString()},
                new PrintStream(report, true, StandardCharsets.UTF_8));
        if (result != 0) {
            System.out.println(report.toString(StandardCharsets.UTF_8));
            System.exit(result);
        }
    }
}
