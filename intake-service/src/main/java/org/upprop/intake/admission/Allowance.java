package org.upprop.intake.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What one origin has used of its limits. */
final class Allowance {

    /** What a submission costs while no limit is widened; where limits are ten times as wide it costs a tenth of it. */
    static final int WHOLE = 100;

    /** The limits of every block, or of every network. */
    record Limits(Rate burst, Rate sustained, Rate solved, Rate pace, Rate turns, InstantSource clock) {

        Limits times(int factor) {
            return new Limits(
                    burst.times(factor),
                    sustained.times(factor),
                    solved.times(factor),
                    pace.times(factor),
                    turns.times(factor),
                    clock);
        }

        /** After so long without a visit everything is back, and there is nothing to remember. */
        Duration longest() {
            return Stream.of(burst, sustained, solved, pace, turns)
                    .map(Rate::per)
                    .max(Duration::compareTo)
                    .orElseThrow();
        }
    }

    private final Limits limits;
    private final Bucket free;
    private final Bucket turns;
    private final Bucket solved;

    Allowance(Limits limits) {
        this.limits = limits;
        free = bucket(
                limits.clock(), limits.burst().times(WHOLE), limits.sustained().times(WHOLE));
        turns = Bucket.builder()
                .withCustomTimePrecision(meter(limits.clock()))
                .addLimit(limit -> limit.capacity(1)
                        .refillGreedy(limits.pace().count(), limits.pace().per()))
                .addLimit(limit -> limit.capacity(limits.turns().count())
                        .refillGreedy(limits.turns().count(), limits.turns().per()))
                .build();
        solved = bucket(limits.clock(), limits.solved());
    }

    static Bucket bucket(InstantSource clock, Rate... rates) {
        var bucket = Bucket.builder().withCustomTimePrecision(meter(clock));
        for (Rate rate : rates) {
            bucket.addLimit(limit -> limit.capacity(rate.count()).refillGreedy(rate.count(), rate.per()));
        }
        return bucket.build();
    }

    /** @param cost of one submission, in parts of {@link #WHOLE} */
    boolean takes(int cost) {
        return free.tryConsume(cost);
    }

    void putBack(int cost) {
        free.addTokens(cost);
    }

    Duration untilItTakes(int cost) {
        return Duration.ofNanos(free.estimateAbilityToConsume(cost).getNanosToWaitForRefill());
    }

    /** Reserves the next turn, unless it is further away than {@code longest}. */
    Optional<Duration> nextTurn(int cost, Duration longest) {
        long[] wait = {0};
        boolean given = turns.asBlocking().tryConsumeUninterruptibly(cost, longest, nanos -> wait[0] = nanos);
        return given ? Optional.of(Duration.ofNanos(wait[0])) : Optional.empty();
    }

    void returnTurn(int cost) {
        turns.addTokens(cost);
    }

    boolean countSolved() {
        return solved.tryConsume(1);
    }

    boolean hasSolvedItsShare() {
        return solved.getAvailableTokens() < 1;
    }

    List<Quota> quotas() {
        long[] left = free.asVerbose().getAvailableTokens().getDiagnostics().getAvailableTokensPerEachBandwidth();
        return List.of(quota("burst", limits.burst(), left[0]), quota("sustained", limits.sustained(), left[1]));
    }

    private static Quota quota(String name, Rate rate, long left) {
        Duration next = rate.per().dividedBy(rate.count());
        return new Quota(name, rate.count(), rate.per(), Math.max(0, left / WHOLE), next);
    }

    private static TimeMeter meter(InstantSource clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
