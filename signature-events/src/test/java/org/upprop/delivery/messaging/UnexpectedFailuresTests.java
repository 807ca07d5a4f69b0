package org.upprop.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.upprop.delivery.StageStopped;

@ExtendWith(OutputCaptureExtension.class)
class UnexpectedFailuresTests {

    private final Exception failure =
            new IllegalStateException("quotes Ada", new SQLException("Detail: (ada@example.org)", "42703"));

    @Test
    void stopsTheStageWithoutWhatTheRecordHolds() {
        assertThatExceptionOfType(StageStopped.class)
                .isThrownBy(() -> failures(0).count(failure))
                .withNoCause();
    }

    @Test
    void saysWhatFailedAndWhereAndNotWhatTheRecordHolds(CapturedOutput output) {
        failures(1).count(failure);

        assertThat(output)
                .contains("IllegalStateException", "SQLException", "UnexpectedFailuresTests.java")
                .doesNotContain("Ada", "ada@example.org");
    }

    private static UnexpectedFailures failures(int limit) {
        return new UnexpectedFailures(limit, InstantSource.system());
    }
}
