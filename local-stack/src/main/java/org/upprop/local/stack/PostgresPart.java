package org.upprop.local.stack;

import java.nio.file.Path;
import java.util.List;
import org.upprop.infrastructure.PostgresServer;

/** The database server, with a database and its owner for each service that keeps something. */
record PostgresPart(Path folder, int port, List<String> databases, String password, PartLog log) implements Part {

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public void stopLeftover() {
        PostgresServer.stopLeftover(folder, log::tell);
    }

    @Override
    public Running start() {
        PostgresServer server = PostgresServer.start(folder, port, log);
        try {
            databases.forEach(database -> server.createDatabase(database, database, password));
        } catch (RuntimeException e) {
            // Nobody else knows of the server yet.
            server.close();
            throw e;
        }
        return new Running() {
            @Override
            public long pid() {
                return server.pid();
            }

            @Override
            public boolean isAlive() {
                return server.isAlive();
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void stop() {
                server.close();
            }

            @Override
            public void kill() {
                server.kill();
            }
        };
    }
}
