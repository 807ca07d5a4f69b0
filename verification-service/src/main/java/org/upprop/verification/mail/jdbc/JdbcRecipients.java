package org.upprop.verification.mail.jdbc;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.mail.Recipients;

/** The locks on the table {@code recipient}; its caps belong to the queue. */
@Repository
class JdbcRecipients implements Recipients {

    /** Sorted, so that two batches never wait for each other; an update, since only that locks a row that is there. */
    private static final String LOCK = """
            insert into recipient (address_key)
            select distinct address_key from unnest(?::text[]) as arrived (address_key) order by address_key
            on conflict (address_key) do update set seen_at = now()
            """;

    /** Passes over who is locked: that one is being heard of. */
    private static final String PURGE = """
            delete from recipient where address_key in (
                select address_key from recipient r
                where r.seen_at < now() - interval '30 days'
                  and not exists (select from submission s where s.recipient = r.address_key)
                limit :most for update skip locked)
            """;

    private final JdbcClient jdbc;

    JdbcRecipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lock(Collection<AddressKey> addresses) {
        jdbc.sql(LOCK)
                .param(addresses.stream().map(AddressKey::value).toArray(String[]::new))
                .update();
    }

    @Override
    public int purge(int most) {
        return jdbc.sql(PURGE).param("most", most).update();
    }
}
