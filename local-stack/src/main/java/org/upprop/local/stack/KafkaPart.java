package org.upprop.local.stack;

import java.nio.file.Path;
import org.upprop.infrastructure.KafkaBroker;

/** The broker. */
record KafkaPart(Path folder, int port, PartLog log) implements Part {

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void stopLeftover() {
        KafkaBroker.stopLeftover(folder, log::tell);
    }

    @Override
    public Running start() {
        KafkaBroker broker = KafkaBroker.start(folder, port, log);
        return new Running() {
            @Override
            public long pid() {
                return broker.pid();
            }

            @Override
            public boolean isAlive() {
                return broker.isAlive();
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void stop() {
                broker.close();
            }

            @Override
            public void kill() {
                broker.kill();
            }
        };
    }
}
