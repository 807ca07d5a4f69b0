package org.upprop.infrastructure.test;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * What a test can do to the Kafka and the PostgreSQL under its service. While one is paused its connections stay open
 * and nothing answers; pausing what is paused and resuming what runs changes nothing, and a pause ends with its test.
 */
public final class Infrastructure {

    private final Switch kafka;
    private final Switch postgres;

    Infrastructure(Supplier<Pausable> kafka, Supplier<Pausable> postgres) {
        this.kafka = new Switch(kafka);
        this.postgres = new Switch(postgres);
    }

    public void pauseKafka() {
        kafka.pause();
    }

    public void resumeKafka() {
        kafka.resume();
    }

    public void pausePostgres() {
        postgres.pause();
    }

    public void resumePostgres() {
        postgres.resume();
    }

    interface Pausable {

        void pause();

        void resume();
    }

    /** Does nothing twice, and so touches no server that the service of a test does not use. */
    private record Switch(Supplier<Pausable> server, AtomicBoolean paused) {

        Switch(Supplier<Pausable> server) {
            this(server, new AtomicBoolean());
        }

        void pause() {
            if (paused.compareAndSet(false, true)) {
                server.get().pause();
            }
        }

        void resume() {
            if (paused.compareAndSet(true, false)) {
                server.get().resume();
            }
        }
    }
}
