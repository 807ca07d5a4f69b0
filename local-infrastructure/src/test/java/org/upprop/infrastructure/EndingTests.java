package org.upprop.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EndingTests {

    @Test
    @EnabledOnOs(OS.LINUX)
    void hasComeToAProcessOfWhoseEndNobodyTookNote() throws Exception {
        var careless = new ProcessBuilder("sh", "-c", "true & exec sleep 60").start();
        try {
            var child = await().until(() -> careless.children().findFirst(), Optional::isPresent)
                    .orElseThrow();

            await().until(() -> Ending.hasComeTo(child));

            assertThat(child.isAlive()).isTrue();
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Ending.orderly(child, Signal.TERM));
        } finally {
            careless.destroyForcibly();
        }
    }

    @Test
    void isWaitedForByWhoeverIsInterrupted() throws Exception {
        var slow = new ProcessBuilder("sh", "-c", "trap 'sleep 1; exit 7' TERM; echo; while :; do sleep 0.1; done")
                .start();
        slow.getInputStream().read();

        Thread.currentThread().interrupt();
        Ending.orderly(slow.toHandle(), Signal.TERM);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(slow.waitFor(1, TimeUnit.SECONDS)).isTrue();
        assertThat(slow.exitValue()).isEqualTo(7);
    }
}
