package org.upprop.infrastructure.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;
import org.upprop.infrastructure.Durability;
import org.upprop.infrastructure.KafkaBroker;
import org.upprop.infrastructure.PostgresServer;

/** The servers as processes of this machine, each started when a test first needs it, in folders that end with it. */
final class Processes {

    /** Also the name and the password of its owner. */
    static final String DATABASE = "test";

    private static final Logger log = LoggerFactory.getLogger(Processes.class);

    private Processes() {}

    static KafkaBroker kafka() {
        return Kafka.BROKER;
    }

    static PostgresServer postgres() {
        return Postgres.SERVER;
    }

    static Infrastructure infrastructure() {
        return new Infrastructure(() -> new PausableBroker(kafka()), () -> new PausableServer(postgres()));
    }

    private record PausableBroker(KafkaBroker broker) implements Infrastructure.Pausable {

        @Override
        public void pause() {
            broker.pause();
        }

        @Override
        public void resume() {
            broker.resume();
        }
    }

    private record PausableServer(PostgresServer server) implements Infrastructure.Pausable {

        @Override
        public void pause() {
            server.pause();
        }

        @Override
        public void resume() {
            server.resume();
        }
    }

    private static final class Kafka {

        static final KafkaBroker BROKER = start();

        private static KafkaBroker start() {
            var folder = newFolder("upprop-kafka-");
            var broker = KafkaBroker.start(folder, 0, output("kafka"));
            atTheEnd(broker::close, folder);
            return broker;
        }
    }

    private static final class Postgres {

        static final PostgresServer SERVER = start();

        private static PostgresServer start() {
            var folder = newFolder("upprop-postgres-");
            var server = PostgresServer.start(folder, 0, Durability.FORGOTTEN, output("postgres"));
            atTheEnd(server::close, folder);
            server.createDatabase(DATABASE, DATABASE, DATABASE);
            return server;
        }
    }

    private static Path newFolder(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Consumer<String> output(String name) {
        return line -> log.debug("{}: {}", name, line);
    }

    /** Not a shutdown hook of its own, which would run beside the contexts that still use the server. */
    private static void atTheEnd(Runnable close, Path folder) {
        SpringApplication.getShutdownHandlers().add(() -> {
            close.run();
            try {
                FileSystemUtils.deleteRecursively(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
