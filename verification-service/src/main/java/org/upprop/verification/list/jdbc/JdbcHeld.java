package org.upprop.verification.list.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.list.Held;

/** What the tables {@code entry} and {@code comment} hold until a time. */
@Repository
class JdbcHeld implements Held {

    private static final String ENDED = """
            select least((select min(publish_after) from entry where publish_after <= now()),
                         (select min(publish_after) from comment where publish_after <= now()))
            """;

    /**
     * All that ends at one time gets that time and no other, and entries tell nothing by their ids: so neither the order
     * in which they are told nor anything in them says which was there first.
     */
    private static final String RELEASE = """
            with held as (
                select entry_id from entry where publish_after <= :before
                order by publish_after, entry_id limit :limit for update
            )
            update entry e
            set on_list = true, listed_at = coalesce(listed_at, publish_after),
                signatory = case when waits_since is null then coalesce(proposed_signatory, signatory) else signatory end,
                released = case when waits_since is null then coalesce(proposed_released, released) else released end,
                display = case when waits_since is null then coalesce(proposed_display, display) else display end,
                proposed_signatory = case when waits_since is not null then proposed_signatory end,
                proposed_released = case when waits_since is not null then proposed_released end,
                proposed_display = case when waits_since is not null then proposed_display end,
                publish_after = null, version = version + 1,
                changed_at = case when version > published_version then least(changed_at, publish_after)
                                  else publish_after end
            from held where e.entry_id = held.entry_id
            """;

    private static final String RELEASE_COMMENTS = """
            with held as (
                select signature_id from comment where publish_after <= :before
                order by publish_after, signature_id limit :limit for update
            ), released as (
                update comment c set publish_after = null from held where c.signature_id = held.signature_id
                returning c.signature_id, old.publish_after
            )
            update entry e
            set version = version + 1,
                changed_at = case when version > published_version then least(changed_at, r.publish_after)
                                  else r.publish_after end
            from released r where e.signature_id = r.signature_id and e.on_list and e.display <> 'hidden'
            """;

    private static final String SIZE = "select count(*) from entry where publish_after is not null";

    private final JdbcClient jdbc;
    private final DueBefore due;

    /** What once holds holds for good. */
    private Instant before = Instant.EPOCH;

    JdbcHeld(JdbcClient jdbc, DueBefore due) {
        this.jdbc = jdbc;
        this.due = due;
    }

    @Override
    public boolean release(int limit) {
        Optional<Instant> end = DueBefore.time(jdbc.sql(ENDED));
        if (end.isEmpty()) {
            return false;
        }
        if (before.isBefore(end.get())) {
            before = due.before().orElse(before);
        }
        return release(RELEASE, limit) + release(RELEASE_COMMENTS, limit) > 0;
    }

    @Override
    public long size() {
        return jdbc.sql(SIZE).query((row, number) -> row.getLong(1)).single();
    }

    private int release(String sql, int limit) {
        return jdbc.sql(sql)
                .param("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                .param("limit", limit)
                .update();
    }
}
