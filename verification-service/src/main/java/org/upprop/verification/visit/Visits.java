package org.upprop.verification.visit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.visit.Visitor;
import org.upprop.visit.Visitor.Origin;
import org.upprop.visit.Visitors;

/**
 * Counts visits by where they come from, in memory and under a key that is thrown away every day. A link cannot be guessed;
 * the limits keep one place from occupying the database, and from having mails sent to others all day.
 */
@Component
public class Visits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Visitors visitors;
    private final Limit pages;
    private final Limit asks;
    private final Limit refusals;

    Visits(VisitProperties properties, InstantSource clock) {
        visitors = new Visitors(clock);
        pages = new Limit(properties.perMinute(), MINUTE, properties);
        asks = new Limit(properties.asksPerHour(), HOUR, properties);
        refusals = new Limit(properties.refusalsPerHour(), HOUR, properties);
    }

    /** Nothing where a visit is welcome, or else how long until the next one is. */
    public Optional<Duration> visit(@Nullable String address) {
        return pages.take(visitors.at(address));
    }

    /** The same for who wants mails sent, occupies reviewers, or tries codes. */
    public Optional<Duration> ask(@Nullable String address) {
        return asks.take(visitors.at(address));
    }

    /**
     * Looks whose token it is. One that is nobody's costs its place something, whatever it was tried for, and where there
     * were too many of those none is looked at, so that nobody can find one by trying.
     *
     * @param whose nothing for a token that is nobody's
     * @throws TooManyVisits instead of looking
     */
    public <T> Optional<T> guess(@Nullable String address, Supplier<Optional<T>> whose) {
        Visitor visitor = visitors.at(address);
        refusals.take(visitor).ifPresent(wait -> {
            throw new TooManyVisits(wait);
        });
        Optional<T> found = whose.get();
        if (found.isPresent()) {
            refusals.giveBack(visitor);
        }
        return found;
    }

    /** How often each block may come in some time, and how often each network. */
    private static final class Limit {

        private final int ofBlock;
        private final long ofNetwork;
        private final Duration per;
        private final Cache<Origin, Bucket> buckets;

        Limit(int count, Duration per, VisitProperties properties) {
            ofBlock = count;
            ofNetwork = (long) count * properties.networkFactor();
            this.per = per;
            // After so long without a visit everything is back, and there is nothing to remember.
            buckets = Caffeine.newBuilder()
                    .maximumSize(properties.places())
                    .expireAfterAccess(per)
                    .build();
        }

        /** What the network refuses costs the block nothing. */
        Optional<Duration> take(Visitor visitor) {
            List<Bucket> all = of(visitor);
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).tryConsume(1)) {
                    all.subList(0, i).forEach(earlier -> earlier.addTokens(1));
                    return Optional.of(Duration.ofNanos(
                            all.get(i).estimateAbilityToConsume(1).getNanosToWaitForRefill()));
                }
            }
            return Optional.empty();
        }

        void giveBack(Visitor visitor) {
            of(visitor).forEach(bucket -> bucket.addTokens(1));
        }

        private List<Bucket> of(Visitor visitor) {
            Bucket block = buckets.get(visitor.block(), origin -> bucket(ofBlock));
            Origin network = visitor.network();
            return network == null ? List.of(block) : List.of(block, buckets.get(network, origin -> bucket(ofNetwork)));
        }

        private Bucket bucket(long most) {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                    .build();
        }
    }
}
