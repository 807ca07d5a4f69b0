package org.upprop.verification.review.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of what waits.
 *
 * @param next where the next part begins, nothing where there is none
 * @param later whether it is not the first part
 */
public record QueueSheet(
        Desk desk, List<Card> cards, @Nullable String next, boolean later, Criteria criteria) {}
