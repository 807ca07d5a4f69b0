package org.upprop.verification.restoration;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Goes before everything else: until a restored database is settled, no page, no mail, no relay and no listener begins. */
@Component
class RestorationStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RestorationStart.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Restoration restoration;
    private volatile boolean running;

    RestorationStart(Restoration restoration) {
        this.restoration = restoration;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    @Override
    public void start() {
        running = true;
        while (!isSettled()) {
            pause();
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private boolean isSettled() {
        try {
            restoration.settle();
            return true;
        } catch (TopicUnknown other) {
            LOG.error("signatures.verified.v1 knows none of the names that the restored database has told it. If the"
                    + " broker was lost as well, restore again with --broker-lost; until then nothing begins");
        } catch (RuntimeException away) {
            LOG.warn(
                    "What happened since the backup cannot be read yet: {}",
                    away.getClass().getName());
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
        if (!running) {
            throw new IllegalStateException("Stopped before the restored database was settled");
        }
    }
}
