package org.upprop.verification.list.jdbc;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.signature.SignatureId;

/** Takes all that tells of people out of the table {@code entry}, and what was said of them elsewhere. */
final class EntryRemoval {

    private static final String REMOVE = """
            update entry
            set signatory = null, released = null, display = null, fingerprint = null, domain = null, on_list = false,
                waits_since = null, publish_after = null,
                proposed_signatory = null, proposed_released = null, proposed_display = null,
                version = version + 1, changed_at = due_since(version, published_version, changed_at)
            where signature_id = any (?::uuid[]) and signatory is not null and version > 0
            """;

    /** Of what never was on the list there is nothing to tell. First, since what is held may come on it meanwhile. */
    private static final String REMOVE_UNLISTED =
            "delete from entry where signature_id = any (?::uuid[]) and version = 0";

    /** A reviewer's reason may speak of whoever signed, and so may the words of who reported it. */
    private static final String FORGET_WORDS = """
            with told as (
                update submission set review_reason = null
                where signature_id = any (:signatures) and review_reason is not null
            ), reported as (
                update report set comments = '{}'
                where entry_id in (select entry_id from entry where signature_id = any (:signatures))
                  and comments <> '{}'
            ), commented as (
                delete from comment where signature_id = any (:signatures)
            )
            update review_action set reason = null where signature_id = any (:signatures) and reason is not null
            """;

    private static final String TURNED_AWAY = """
            select e.signature_id from entry e
            join submission s on s.signature_id = e.signature_id
            where e.signatory is not null
              and (s.state = 'rejected' and s.ended_at < now() - interval '7 days'
                   or s.state = 'invalidated' and s.ended_at < now() - interval '30 days')
            limit :most for update of e, s skip locked
            """;

    private final JdbcClient jdbc;

    EntryRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void remove(List<SignatureId> signatures) {
        String[] ids = signatures.stream().map(SignatureId::toString).toArray(String[]::new);
        jdbc.sql(REMOVE_UNLISTED).param(ids).update();
        jdbc.sql(REMOVE).param(ids).update();
        jdbc.sql(FORGET_WORDS)
                .param("signatures", signatures.stream().map(SignatureId::value).toArray(UUID[]::new))
                .update();
    }

    /** @return how many there were */
    int removeTurnedAway(int most) {
        List<SignatureId> turnedAway = jdbc.sql(TURNED_AWAY)
                .param("most", most)
                .query((row, number) -> new SignatureId(row.getObject("signature_id", UUID.class)))
                .list();
        remove(turnedAway);
        return turnedAway.size();
    }
}
