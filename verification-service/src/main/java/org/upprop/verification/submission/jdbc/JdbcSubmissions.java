package org.upprop.verification.submission.jdbc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Submission;
import org.upprop.verification.submission.Submissions;

/** The table {@code submission}, once its rows are there. */
@Repository
class JdbcSubmissions implements Submissions {

    private static final String FIND =
            "select state, appeal, fingerprint, recipient from submission where signature_id = :signature";

    /** What a reviewer keeps off the list, or takes off it to look at it again, is turned away until one lets it there. */
    private static final String MOVE = """
            update submission
            set state = :to, signatory = null, ended_at = now(), review_reason = :reason,
                turned_away_at = case when :to in ('rejected', 'invalidated') then now()
                                      when :to = 'awaiting-review' and :from <> 'pending'
                                      then coalesce(turned_away_at, now())
                                      when :to = 'listed' then null
                                      else turned_away_at end
            where signature_id = :signature and state = :from
            """;

    private static final String MARK = """
            update submission set screening = screening || :marks::text[]
            where signature_id = :signature and state = 'pending'
            """;

    private static final String TRACE = """
            update submission s set trace = given.trace
            from unnest(?::text[], ?::text[]) as given (id, trace)
            where s.signature_id = given.id::uuid
            """;

    private static final String SUPERSEDE = """
            update submission set state = 'superseded', signatory = null, ended_at = now()
            where appeal = :appeal and fingerprint = :fingerprint and state = 'pending'
            returning signature_id
            """;

    private static final String LIFT = """
            update submission set lifted_at = now()
            where recipient = :recipient and appeal = :appeal and state = 'not-mine' and lifted_at is null
            """;

    /**
     * Undecided, and neither is a mail still owed for it nor does one of its links still decide; where "not mine" of
     * another one kept its mail back, its owner may ask for it some days longer. What its owner is just deciding is left
     * to them: they have the address locked. Who was just heard of may have been owed a mail since this looked.
     */
    private static final String EXPIRE = """
            update submission s set state = 'expired', signatory = null, ended_at = now()
            where s.signature_id in (
                select u.signature_id from submission u join recipient r on r.address_key = u.recipient
                where u.state = 'pending' and r.seen_at < now() - interval '1 minute'
                  and not exists (
                      select from mail m where m.signature_id = u.signature_id and m.state = 'owed')
                  and not exists (
                      select from link l where l.signature_id = u.signature_id and l.decides_until > now())
                  and not exists (
                      select from mail m
                      where m.signature_id = u.signature_id and m.kind = 'confirm' and m.state = 'dropped'
                        and m.ended_at > now() - interval '3 days')
                limit :most for update of r, u skip locked)
            """;

    /** What is left of them is their number. */
    private static final String PURGE = """
            with gone as (
                delete from submission where signature_id in (
                    select s.signature_id from submission s
                    where s.state in ('suppressed', 'not-mine', 'superseded', 'expired', 'withdrawn', 'rejected',
                                      'invalidated')
                      and s.ended_at < now() - interval '30 days'
                      and not exists (select from entry e where e.signature_id = s.signature_id)
                    limit :most for update skip locked)
                returning state
            ), counted as (
                insert into forgotten (state, number)
                select state, count(*) from gone group by state order by state
                on conflict (state) do update set number = forgotten.number + excluded.number
            )
            select count(*) from gone
            """;

    private static final String IN_STATES = "select state, count(*) as number from submission group by state";

    private final JdbcClient jdbc;

    JdbcSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Submission> find(SignatureId signature) {
        return jdbc.sql(FIND)
                .param("signature", signature.value())
                .query((row, number) -> new Submission(
                        signature,
                        SignatureState.of(row.getString("state")),
                        new AppealSlug(row.getString("appeal")),
                        new Fingerprint(row.getString("fingerprint")),
                        new AddressKey(row.getString("recipient"))))
                .optional();
    }

    @Override
    public boolean move(SignatureId signature, SignatureState from, SignatureState to, @Nullable String reason) {
        return jdbc.sql(MOVE)
                        .param("signature", signature.value())
                        .param("from", from.id())
                        .param("to", to.id())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    @Override
    public void mark(SignatureId signature, List<ScreeningMark> marks) {
        jdbc.sql(MARK)
                .param("signature", signature.value())
                .param("marks", marks.stream().map(ScreeningMark::id).toArray(String[]::new))
                .update();
    }

    @Override
    public void trace(Map<SignatureId, String> traces) {
        jdbc.sql(TRACE)
                .param(traces.keySet().stream().map(SignatureId::toString).toArray(String[]::new))
                .param(traces.values().toArray(String[]::new))
                .update();
    }

    @Override
    public List<SignatureId> supersede(AppealSlug appeal, Fingerprint fingerprint) {
        return jdbc.sql(SUPERSEDE)
                .param("appeal", appeal.value())
                .param("fingerprint", fingerprint.value())
                .query((row, number) -> new SignatureId(row.getObject("signature_id", UUID.class)))
                .list();
    }

    @Override
    public void lift(AppealSlug appeal, AddressKey recipient) {
        jdbc.sql(LIFT)
                .param("appeal", appeal.value())
                .param("recipient", recipient.value())
                .update();
    }

    @Override
    public int expire(int most) {
        return jdbc.sql(EXPIRE).param("most", most).update();
    }

    @Override
    public int purge(int most) {
        return jdbc.sql(PURGE)
                .param("most", most)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Override
    public Map<SignatureState, Long> inStates() {
        return jdbc
                .sql(IN_STATES)
                .query((row, number) -> Map.entry(SignatureState.of(row.getString("state")), row.getLong("number")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
