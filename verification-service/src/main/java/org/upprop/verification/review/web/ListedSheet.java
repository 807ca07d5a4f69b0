package org.upprop.verification.review.web;

import java.util.List;

/**
 * The page on which a reviewer looks for what is listed.
 *
 * @param more whether there is more than stands on it
 */
public record ListedSheet(Desk desk, String searched, List<Line> lines, boolean more) {

    /** One entry. */
    public record Line(String id, String appeal, Card.Shown shown, String listedOn) {}
}
