package org.upprop.intake.embed.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.count.PublicCount;
import org.upprop.site.Words;

/**
 * The count as another site shows it.
 *
 * @param total how many have signed; nothing while nobody knows, or while it is kept back
 * @param text what is said of it, empty where nothing is
 * @param share how much of the goal is reached, from 0 to 1
 * @param asOf when it was so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownCount(
        @Nullable Long total,
        String text,
        @Nullable Double share,
        @Nullable Instant asOf) {

    static ShownCount of(Appeal appeal, Optional<PublicCount> count, Words words) {
        Long total = count.map(PublicCount::total).orElse(null);
        Integer goal = appeal.goal();
        return new ShownCount(
                total,
                total == null ? "" : said(total, goal, words),
                total == null || goal == null ? null : Math.min(1, (double) total / goal),
                count.map(PublicCount::asOf).orElse(null));
    }

    private static String said(long total, @Nullable Integer goal, Words words) {
        String number = words.number(total);
        return goal == null
                ? words.say("count", total, number)
                : words.say("count.goal", total, number, words.number(goal));
    }
}
