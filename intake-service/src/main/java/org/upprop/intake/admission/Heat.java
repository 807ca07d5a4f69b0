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
        budget = Allowance.bucket(clock, rate.times(Allowance.WHOLE));
    }

    boolean isHot() {
        if (hot && budget.getAvailableTokens() >= half()) {
            hot = false;
        }
        return hot;
    }

    /**
     * Counts one submission, whichever way it came through.
     *
     * @param cost in parts of {@link Allowance#WHOLE}
     */
    void count(int cost) {
        if (budget.tryConsumeAndReturnRemaining(cost).getRemainingTokens() < cost) {
            hot = true;
        }
    }

    Duration untilItIsNot() {
        return Duration.ofNanos(
                budget.estimateAbilityToConsume(Math.max(1, half())).getNanosToWaitForRefill());
    }

    private long half() {
        return rate.times(Allowance.WHOLE).count() / 2;
    }
}
