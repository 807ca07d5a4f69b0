package org.upprop.infrastructure.test;

import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL of a test run, which ends with this JVM; a class of its own, since not every service has its library. */
final class SharedPostgres extends PostgreSQLContainer {

    static final SharedPostgres CONTAINER = new SharedPostgres();

    private SharedPostgres() {
        super("postgres:18");
    }

    static Infrastructure.Pausable pausable() {
        return new PausableContainer(CONTAINER);
    }

    /** Does nothing when a context is closed, since other contexts may still use it. */
    @Override
    public void close() {}
}
