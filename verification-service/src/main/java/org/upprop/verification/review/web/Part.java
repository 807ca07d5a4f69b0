package org.upprop.verification.review.web;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.upprop.verification.page.Problems;

/**
 * A part of a queue.
 *
 * @param next where the next part begins, nothing where there is none
 */
record Part<T>(List<T> items, @Nullable String next) {

    /** How many stand on a page. */
    static final int OF_A_PAGE = 25;

    private static final int LONGEST = 100;

    /**
     * Reads a part.
     *
     * @param find what stands behind a place, up to a limit
     * @param item what is told of one
     * @param end the place of one, as it stands in an address
     */
    static <P, F, T> Part<T> read(
            P place, int limit, BiFunction<P, Integer, List<F>> find, Function<F, T> item, Function<F, String> end) {
        List<F> found = find.apply(place, limit + 1);
        return new Part<>(
                found.stream().limit(limit).map(item).toList(),
                // What stands beyond the limit tells that there is a next part.
                found.size() > limit ? end.apply(found.get(limit - 1)) : null);
    }

    /** The same as an answer to a request, or what is wrong with that: a place that is none, or a limit that is not kept. */
    static <P, F, T> ResponseEntity<?> answer(
            Optional<P> place,
            int limit,
            BiFunction<P, Integer, List<F>> find,
            Function<F, T> item,
            Function<F, String> end) {
        if (limit < 1 || limit > LONGEST) {
            return Problems.answer(
                    Problems.invalidParameter("limit", "limit.out-of-range", "Must be from 1 to " + LONGEST + "."));
        }
        if (place.isEmpty()) {
            return Problems.answer(Problems.invalidParameter(
                    "after", "cursor.invalid", "Must be the `next` of an answer of this queue."));
        }
        return ResponseEntity.ok(read(place.get(), limit, find, item, end));
    }
}
