package org.upprop.verification.visit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts visits by where they come from, in memory and under a key that ends with this process. A link cannot be guessed;
 * the limits keep one place from occupying the database, and from having mails sent to others all day.
 */
@Component
public class Visits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int KEY_BYTES = 32;

    private final VisitProperties properties;
    private final byte[] key = new byte[KEY_BYTES];
    private final Cache<Place, Bucket> pages;
    private final Cache<Place, Bucket> asks;
    private final Cache<Place, Bucket> refusals;

    Visits(VisitProperties properties) {
        this.properties = properties;
        this.pages = cache(MINUTE);
        this.asks = cache(HOUR);
        this.refusals = cache(HOUR);
        new SecureRandom().nextBytes(key);
    }

    /** Nothing where a visit is welcome, or else how long until the next one is. */
    public Optional<Duration> visit(@Nullable String address) {
        return take(address, pages, properties.perMinute(), MINUTE);
    }

    /** The same for who wants mails sent, or reviewers occupied. */
    public Optional<Duration> ask(@Nullable String address) {
        return take(address, asks, properties.asksPerHour(), HOUR);
    }

    /**
     * Looks whose token it is. One that is nobody's costs its place something, whatever it was tried for, and where there
     * were too many of those none is looked at, so that nobody can find one by trying.
     *
     * @param whose nothing for a token that is nobody's
     * @throws TooManyVisits instead of looking
     */
    public <T> Optional<T> guess(@Nullable String address, Supplier<Optional<T>> whose) {
        take(address, refusals, properties.refusalsPerHour(), HOUR).ifPresent(wait -> {
            throw new TooManyVisits(wait);
        });
        Optional<T> found = whose.get();
        if (found.isPresent()) {
            Place.of(address, key).forEach(place -> giveBack(refusals.getIfPresent(place)));
        }
        return found;
    }

    private static void giveBack(@Nullable Bucket bucket) {
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    /** What one bucket refuses costs nothing in the other. */
    private Optional<Duration> take(@Nullable String address, Cache<Place, Bucket> buckets, int count, Duration per) {
        List<Bucket> taken = new ArrayList<>();
        for (Place place : Place.of(address, key)) {
            Bucket bucket = buckets.get(place, ignored -> bucket(place, count, per));
            if (!bucket.tryConsume(1)) {
                taken.forEach(earlier -> earlier.addTokens(1));
                return Optional.of(
                        Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill()));
            }
            taken.add(bucket);
        }
        return Optional.empty();
    }

    private Bucket bucket(Place place, int count, Duration per) {
        long most = (long) count * (place.isNetwork() ? properties.networkFactor() : 1);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                .build();
    }

    /** After so long without a visit everything is back, and there is nothing to remember. */
    private Cache<Place, Bucket> cache(Duration longest) {
        return Caffeine.newBuilder()
                .maximumSize(properties.places())
                .expireAfterAccess(longest)
                .build();
    }
}
