package org.upprop.intake.admission;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;

/** What one appeal has used of its budget. Once it is spent, the appeal is hot until half of the budget is back. */
final class Heat {

    private final Rate rate;
    private final Bucket budget;
    private volatile boolean hot;

    Heat(Rate rate, InstantSource clock) {
        this.rate = rate;
        budget = Allowance.bucket(clock, rate);
    }

    boolean isHot() {
        if (hot && budget.getAvailableTokens() >= rate.count() / 2) {
            hot = false;
        }
        return hot;
    }

    /** Counts one submission, whichever way it came through. */
    void count() {
        if (budget.tryConsumeAndReturnRemaining(1).getRemainingTokens() == 0) {
            hot = true;
        }
    }

    Duration untilItIsNot() {
        long half = Math.max(1, rate.count() / 2);
        return Duration.ofNanos(budget.estimateAbilityToConsume(half).getNanosToWaitForRefill());
    }
}
