package org.upprop.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTests {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57014", "58030", "25006"})
    void aDatabaseThatIsAwayIsAnOutage(String sqlState) {
        assertThat(Failure.of(new RuntimeException(new SQLException("", sqlState))))
                .isEqualTo(new Failure.Outage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"21000", "22021", "23505"})
    void aDatabaseThatSaysNoRefuses(String sqlState) {
        assertThat(Failure.of(new RuntimeException(new SQLException("", sqlState))))
                .isEqualTo(new Failure.Refused());
    }

    @Test
    void aPoolWithoutConnectionsIsAnOutage() {
        assertThat(Failure.of(new IllegalStateException(new SQLTransientConnectionException())))
                .isEqualTo(new Failure.Outage());
    }

    @Test
    void aConnectionThatThePoolGaveUpIsAnOutage() {
        assertThat(Failure.of(new IllegalStateException(new SQLException("Connection is closed"))))
                .isEqualTo(new Failure.Outage());
    }

    @Test
    void aBrokenConnectionIsAnOutage() {
        assertThat(Failure.of(new RuntimeException(new IOException()))).isEqualTo(new Failure.Outage());
    }

    @Test
    void aMistakeInTheCodeIsUnexpected() {
        assertThat(Failure.of(new NullPointerException())).isEqualTo(new Failure.Unexpected());
        assertThat(Failure.of(new RuntimeException(new SQLException("", "42703"))))
                .isEqualTo(new Failure.Unexpected());
    }

    @Test
    void aBadRecordSaysWhy() {
        assertThat(Failure.of(new BadRecord(ReasonCode.INVALID))).isEqualTo(new Failure.BadData(ReasonCode.INVALID));
    }
}
