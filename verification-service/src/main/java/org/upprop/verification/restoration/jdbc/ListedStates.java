package org.upprop.verification.restoration.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings the table {@code entry} to what the table {@code told} says is on the list. */
final class ListedStates {

    /** Where the topic says more than the entry: what its owner entered is as it was, but for what the list shows of it. */
    private static final String FOLLOW = """
            with said as (
                select entry_id, version, (event ->> 'listedAt')::timestamptz as listed_at,
                       case when event ->> 'display' = 'initials'
                                 and coalesce(event -> 'role', event -> 'affiliation', event -> 'city') is not null
                            then 'initials-with-role' else event ->> 'display' end as display,
                       jsonb_strip_nulls(jsonb_build_object(
                           'name', event -> 'name', 'role', event -> 'role', 'affiliation', event -> 'affiliation',
                           'city', event -> 'city', 'country', event -> 'country', 'website', event -> 'website',
                           'organisationType', event -> 'organisationType', 'parent', event -> 'parent')) as released,
                       jsonb_strip_nulls(jsonb_build_object('comment', event -> 'comment')) as comment
                from told where event is not null
            )
            update entry e
            set display = said.display, released = said.released,
                signatory = said.comment || case
                    when e.kind = 'organisation' then e.signatory || said.released
                    when said.display = 'full'
                    then (e.signatory - '{role,affiliation,city,country,comment}'::text[]) || said.released
                    when said.display = 'initials-with-role'
                    then (e.signatory - '{role,affiliation,city,country,comment}'::text[]) || (said.released - 'name')
                    else e.signatory - 'comment' end,
                fingerprint = s.fingerprint, listed_at = said.listed_at, on_list = true, told_on_list = true,
                waits_since = null, publish_after = null,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = said.version, published_version = said.version
            from said, submission s
            where said.entry_id = e.entry_id and s.signature_id = e.signature_id
              and said.version > e.version and e.signatory is not null
              and not exists (
                  select from entry other
                  where other.appeal = s.appeal and other.fingerprint = s.fingerprint and other.entry_id <> e.entry_id)
            """;

    private static final String SHOW_COMMENTS = """
            insert into comment (signature_id, state)
            select e.signature_id, 'shown'
            from told t join entry e on e.entry_id = t.entry_id and e.version = t.version
            where t.event -> 'comment' is not null
            on conflict (signature_id) do update set state = 'shown', since = now(), reason = null, publish_after = null
            where comment.state <> 'shown' or comment.publish_after is not null
            """;

    private static final String MOVE = """
            update submission s set state = 'listed', review_reason = null, turned_away_at = null
            from told t join entry e on e.entry_id = t.entry_id
            where s.signature_id = e.signature_id and e.on_list and s.state <> 'listed'
            """;

    private static final String SETTLE = "delete from told t using entry e where e.entry_id = t.entry_id";

    private final JdbcClient jdbc;

    ListedStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void follow() {
        jdbc.sql(FOLLOW).update();
        jdbc.sql(SHOW_COMMENTS).update();
        jdbc.sql(MOVE).update();
    }

    void settled() {
        jdbc.sql(SETTLE).update();
    }
}
