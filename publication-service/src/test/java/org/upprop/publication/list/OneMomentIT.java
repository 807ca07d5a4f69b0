package org.upprop.publication.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.infrastructure.test.OnRealInfrastructure;

@OnRealInfrastructure
class OneMomentIT {

    @Autowired
    private OneMoment moment;

    @Readers
    @Autowired
    private JdbcClient readers;

    @Autowired
    private JdbcClient jdbc;

    private boolean replaced;

    @AfterEach
    void putTheListBack() {
        if (replaced) {
            jdbc.sql("drop schema list; alter schema list_away rename to list").update();
        }
    }

    @Test
    void readsAgainWhereAnotherListTookThePlaceOfTheOneThatItBegan() {
        AtomicInteger reads = new AtomicInteger();

        moment.of(() -> {
            readers.sql("select 1").query((row, number) -> number).list();
            if (reads.incrementAndGet() == 1) {
                CompletableFuture.runAsync(this::replaceTheList).join();
            }
            return reads;
        });

        assertThat(reads).hasValue(2);
    }

    private void replaceTheList() {
        jdbc.sql("alter schema list rename to list_away; create schema list").update();
        replaced = true;
    }
}
