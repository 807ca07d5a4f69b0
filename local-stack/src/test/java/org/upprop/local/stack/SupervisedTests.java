package org.upprop.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.upprop.local.stack.Part.Running;

class SupervisedTests {

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(terminal), false);
    private final List<Life> lives = new CopyOnWriteArrayList<>();

    @Test
    void startsAgainWhatHasDied() {
        Supervised supervised = new Supervised(new Patient(true), console);
        supervised.start().join();

        lives.getFirst().kill();

        await().until(() -> terminal.toString().contains("patient is ready again"));
        assertThat(lives).hasSize(2);
        assertThat(terminal.toString()).contains("patient ended (process 1); starting it again in 0.5 s");
        supervised.stop();
    }

    @Test
    void leavesStoppedWhatWasStopped() {
        Supervised supervised = new Supervised(new Patient(true), console);
        supervised.start().join();

        supervised.stop();

        assertThat(lives).hasSize(1);
        assertThat(lives.getFirst().isAlive()).isFalse();
        assertThat(supervised.running()).isEmpty();
    }

    @Test
    void givesUpWhatDiesThreeTimesBeforeItIsReady() {
        Supervised supervised = new Supervised(new Patient(false), console);

        CompletableFuture<Void> ready = supervised.start();

        assertThatThrownBy(ready::join).hasRootCauseMessage("patient ended (process 3)");
        assertThat(lives).hasSize(3);
        supervised.stop();
    }

    @Test
    void saysWhenItCannotGoOn() {
        Supervised supervised = new Supervised(new Patient(true), console);
        supervised.start().join();

        lives.getFirst().stopFails = true;
        lives.getFirst().kill();

        await().until(() -> terminal.toString().contains("patient is given up: no signal"));
        assertThat(supervised.running()).isEmpty();
        supervised.stop();
    }

    @Test
    void neverLeavesSomebodyWaitingForWhatCannotStart() {
        Supervised supervised = new Supervised(
                new Patient(true) {
                    @Override
                    public Running start() {
                        throw new OutOfMemoryError("no thread");
                    }
                },
                console);

        assertThatThrownBy(() -> supervised.start().get(5, TimeUnit.SECONDS))
                .hasRootCauseMessage("patient is given up: no thread");
    }

    private class Patient implements Part {

        private final boolean healthy;

        Patient(boolean healthy) {
            this.healthy = healthy;
        }

        @Override
        public String name() {
            return "patient";
        }

        @Override
        public void stopLeftover() {
            // None of them outlives this test.
        }

        @Override
        public Running start() {
            Life life = new Life(lives.size() + 1, healthy);
            lives.add(life);
            return life;
        }
    }

    private static final class Life implements Running {

        private final long pid;
        private volatile boolean alive;
        private volatile boolean stopFails;

        Life(long pid, boolean alive) {
            this.pid = pid;
            this.alive = alive;
        }

        @Override
        public long pid() {
            return pid;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void stop() {
            alive = false;
            if (stopFails) {
                throw new IllegalStateException("no signal");
            }
        }

        @Override
        public void kill() {
            alive = false;
        }
    }
}
