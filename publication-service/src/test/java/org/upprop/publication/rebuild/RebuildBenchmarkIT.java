package org.upprop.publication.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.upprop.appeal.AppealSlug;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.signature.messaging.SignatureRecords;

/** How fast a list is rebuilt, beside how fast the same rows go into the same table and do nothing else. */
@OnRealInfrastructure(properties = "spring.datasource.hikari.data-source-properties.socketTimeout=600")
@EnabledIfSystemProperty(named = "upprop.benchmark", matches = "true")
class RebuildBenchmarkIT {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildBenchmarkIT.class);
    private static final int ENTRIES = Integer.getInteger("upprop.test.entries", 100_000);
    private static final int BATCH = 1_000;
    private static final String COUNTRIES = "IESEKZ";

    private final AppealSlug appeal = Appeals.newSlug();

    @Autowired
    Rebuild rebuild;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void listenAgain() {
        jdbc.sql("drop schema if exists plain cascade").update();
        listeners.getAllListenerContainers().forEach(MessageListenerContainer::start);
    }

    @Test
    void isHalfAsFastAsPlainBatchedInserts() throws Exception {
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        listeners.getAllListenerContainers().stream().allMatch(MessageListenerContainer::isRunning));
        listeners.getAllListenerContainers().forEach(MessageListenerContainer::stop);
        fillTheTopic();

        rebuild();
        Duration rebuilding = rebuild();
        Rows entries = rows("entry");
        Rows words = rows("entry_word");
        Rows pairs = rows("entry_pair");
        assertThat(entries.values()).hasSizeGreaterThanOrEqualTo(ENTRIES);
        jdbc.sql("create schema plain").update();
        Duration inserting = insert(entries).plus(insert(words)).plus(insert(pairs));

        double ratio = (double) inserting.toMillis() / rebuilding.toMillis();
        LOG.info(
                "{} entries with {} words and {} pairs of these: rebuilt in {} ms, inserted in {} ms, ratio {}",
                entries.values().size(),
                words.values().size(),
                pairs.values().size(),
                rebuilding.toMillis(),
                inserting.toMillis(),
                ratio);
        assertThat(ratio).isGreaterThan(0.5);
    }

    private void fillTheTopic() {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        for (int number = 0; number < ENTRIES; number++) {
            int country = number % 3 * 2;
            sent.add(kafka.send(SignatureRecords.entry(
                    AnEntry.of("Person " + number)
                            .on(appeal)
                            .from(COUNTRIES.substring(country, country + 2))
                            .later(Duration.ofSeconds(number))
                            .listed(),
                    Instant.now())));
        }
        sent.forEach(CompletableFuture::join);
    }

    private Duration rebuild() throws SQLException {
        long from = System.nanoTime();
        assertThat(rebuild.start()).isTrue();
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rebuild.progress().endedAt() != null);
        assertThat(rebuild.progress().phase()).isEqualTo(Progress.Phase.DONE);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** Of all that a table is told; what it makes of that itself is its own. */
    private Rows rows(String table) {
        String columns = jdbc.sql("""
                        select string_agg(column_name, ', ' order by ordinal_position)
                        from information_schema.columns
                        where table_schema = 'list' and table_name = :table and is_generated = 'NEVER'
                        """)
                .param("table", table)
                .query((row, number) -> row.getString(1))
                .single();
        return new Rows(
                table,
                columns,
                jdbc.sql("select " + columns + " from " + table)
                        .query((row, number) -> values(row))
                        .list());
    }

    private static Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int column = 0; column < values.length; column++) {
            values[column] = row.getObject(column + 1);
        }
        return values;
    }

    private Duration insert(Rows rows) throws SQLException {
        jdbc.sql("create table plain.%1$s (like list.%1$s including all)".formatted(rows.table()))
                .update();
        String places = "?, ".repeat(rows.values().getFirst().length - 1) + "?";
        long from = System.nanoTime();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into plain.%s (%s) values (%s)".formatted(rows.table(), rows.columns(), places))) {
            connection.setAutoCommit(false);
            int waiting = 0;
            for (Object[] values : rows.values()) {
                for (int column = 0; column < values.length; column++) {
                    insert.setObject(column + 1, values[column]);
                }
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private record Rows(String table, String columns, List<Object[]> values) {}
}
