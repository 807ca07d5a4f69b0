package org.upprop.publication.list;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads of one moment, also while a list that was built anew takes the place of the old one. */
@Component
class OneMoment {

    // Names of tables mean what they mean now, and their rows what they were at the moment: where another list took
    // this
    // name in between, the rows of it that came last would be missing.
    private static final String STILL_THE_SAME_LIST = """
            select oid = 'list'::regnamespace from pg_namespace where nspname = 'list'
            """;

    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    OneMoment(@Readers DataSource readers) {
        this.jdbc = JdbcClient.create(readers);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(readers));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** What {@code read} finds; it may be asked again. */
    <T> T of(Supplier<T> read) {
        while (true) {
            Optional<T> found = Objects.requireNonNull(transaction.execute(status -> attempt(read)));
            if (found.isPresent()) {
                return found.get();
            }
        }
    }

    private <T> Optional<T> attempt(Supplier<T> read) {
        T found = read.get();
        boolean same = jdbc.sql(STILL_THE_SAME_LIST)
                .query((row, number) -> row.getBoolean(1))
                .single();
        return same ? Optional.of(found) : Optional.empty();
    }
}
