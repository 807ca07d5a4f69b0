package org.upprop.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import org.upprop.infrastructure.PortTaken;
import org.upprop.infrastructure.PostgresServer;
import org.upprop.local.Problem;
import org.upprop.local.backup.DatabaseAddress;

/** The database of the verification service of a stack that is stopped, and cannot be started meanwhile. */
public final class StoppedDatabase implements AutoCloseable {

    private static final String NAME = "verification";

    private final DataFolder data;
    private final PostgresServer server;

    private StoppedDatabase(DataFolder data, PostgresServer server) {
        this.data = data;
        this.server = server;
    }

    /** Starts its server, and makes the database where there is none. */
    public static StoppedDatabase of(Path folder, int port) throws IOException {
        DataFolder data = DataFolder.take(folder);
        try {
            PostgresServer server = PostgresServer.start(data.postgres(), port, _ -> {});
            server.createDatabase(NAME, NAME, data.databasePassword());
            return new StoppedDatabase(data, server);
        } catch (PortTaken taken) {
            data.close();
            throw Problem.beforehand("Port %d is already in use; choose another with --postgres-port.".formatted(port));
        }
    }

    public DatabaseAddress address() {
        return new DatabaseAddress(server.jdbcUrl(NAME), NAME, data.databasePassword());
    }

    @Override
    public void close() throws IOException {
        server.close();
        data.close();
    }
}
