package org.upprop.verification.job;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does a job where it is due and no other instance has it. Each instance looks far more often than a job is due, so that
 * one that ends takes none with it. A job that takes longer than until it is next due has to bear that two do it.
 */
@Component
public class Jobs {

    /** When an instance first looks whether a job is due. */
    public static final String FIRST = "${upprop.jobs.delay:1m}";

    /**
     * How often it looks. This is for a fixed rate: each run has a thread of its own then, so that a long one holds up
     * nothing else that is scheduled.
     */
    public static final String LOOK = "${upprop.jobs.look:30s}";

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private final Turns turns;
    private final MeterRegistry meters;

    Jobs(Turns turns, MeterRegistry meters) {
        this.turns = turns;
        this.meters = meters;
    }

    /**
     * Does a job once in this time, on one instance. While the database is away nobody does it, and it stays due. What fails after that
     * waits until it is next due.
     */
    public void once(String name, Duration every, Runnable job) {
        try {
            if (turns.take(name, every)) {
                meters.timer("upprop.jobs", "job", name).record(job);
            }
        } catch (RuntimeException away) {
            LOG.warn("Not done: {}: {}", name, away.getClass().getName());
        }
    }
}
