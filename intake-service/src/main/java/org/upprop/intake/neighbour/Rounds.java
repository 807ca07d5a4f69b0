package org.upprop.intake.neighbour;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does something again and again beside all requests, with a pause after each time, whatever came of it. */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private final Runnable round;
    private volatile Thread thread = Thread.ofVirtual().unstarted(this::goRound);

    /** @param name how the thread is called */
    public Rounds(String name, Duration pause, Runnable round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::goRound);
    }

    @Override
    public void stop() {
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void goRound() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                once();
                Thread.sleep(pause);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("{} stopped", name);
        }
    }

    private void once() {
        try {
            round.run();
        } catch (RuntimeException | Error failed) {
            LOG.warn("{} failed: {}", name, failed.getClass().getName());
        }
    }
}
