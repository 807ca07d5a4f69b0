package org.upprop.verification.submission.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Arrival;
import org.upprop.verification.submission.Stored;
import org.upprop.verification.submission.Submission;
import org.upprop.verification.submission.Submissions;

/** The table {@code submission}, and with it the table {@code proof}. */
@Repository
class JdbcSubmissions implements Submissions {

    /**
     * In this order: who said "not mine" gets nothing more for 30 days; what is older than a withdrawal or
     * a rejection never comes back; who has decided has decided; and of what is undecided three are enough.
     *
     * <p>A proof of work belongs to the signature that was stored first with it; every other one is marked. The update
     * that changes nothing is what tells whose it is, also where another batch is just taking it, and the order of the
     * proofs keeps two batches from waiting for each other.
     *
     * <p>Whoever was rejected may sign again, and is marked. Nothing of the same signatory is undecided when a reviewer
     * rejects, so what comes in later is all that there is to mark.
     *
     * <p>Of one mail domain those are counted that were sent within the hour before, so that an outage, after which many
     * come in at once, makes no burst.
     */
    private static final String STORE = """
            with arrived as (
                select given.*, given.id::uuid as signature_id,
                       row_number() over (partition by appeal, fingerprint order by position) as nth,
                       count(*) over (
                           partition by appeal, mail_domain order by submitted_at::timestamptz
                           range between interval '1 hour' preceding and current row)
                           - count(*) over (partition by appeal, mail_domain, submitted_at)
                           + row_number() over (partition by appeal, mail_domain, submitted_at order by position)
                           as of_domain
                from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::text[],
                            ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                     as given (id, appeal, fingerprint, recipient, appeal_version, kind, locale, source,
                                 screening, proof, signatory, submitted_at, mail_domain, position)
                where not exists (select from submission known where known.signature_id = given.id::uuid)
            ), used as (
                insert into proof (proof, signature_id)
                select distinct on (a.proof) a.proof, a.signature_id from arrived a
                where a.proof is not null
                order by a.proof, a.position
                on conflict (proof) do update set signature_id = proof.signature_id
                returning proof, signature_id
            )
            insert into submission (signature_id, appeal, fingerprint, recipient, appeal_version, kind, locale, source,
                                    screening, signatory, submitted_at, mail_domain, state, ended_at)
            select a.signature_id, a.appeal, a.fingerprint, a.recipient, a.appeal_version, a.kind, a.locale, a.source,
                   array(select jsonb_array_elements_text(a.screening::jsonb))
                       || case when used.signature_id <> a.signature_id then array[?::text] else '{}' end
                       || case when exists (
                              select from submission rejected
                              where rejected.appeal = a.appeal and rejected.fingerprint = a.fingerprint
                                and rejected.turned_away_at is not null)
                          then array[?::text] else '{}' end
                       || case when a.mail_domain is not null and a.of_domain + (
                              select count(*) from (
                                  select from submission same
                                  where same.appeal = a.appeal and same.mail_domain = a.mail_domain
                                    and same.submitted_at > a.submitted_at::timestamptz - interval '1 hour'
                                    and same.submitted_at <= a.submitted_at::timestamptz
                                  limit ?) before) > ?
                          then array[?::text] else '{}' end,
                   case when judged.state = 'pending' then a.signatory::jsonb end,
                   a.submitted_at::timestamptz, a.mail_domain, judged.state,
                   case when judged.state <> 'pending' then now() end
            from arrived a
            left join used on used.proof = a.proof
            cross join lateral (
                select case
                    when exists (
                        select from submission disowned
                        where disowned.recipient = a.recipient and disowned.appeal = a.appeal
                          and disowned.state = 'not-mine' and disowned.ended_at > now() - interval '30 days')
                    then 'suppressed'
                    when exists (
                        select from submission gone
                        where gone.appeal = a.appeal and gone.fingerprint = a.fingerprint
                          and gone.state in ('withdrawn', 'rejected') and gone.ended_at >= a.submitted_at::timestamptz)
                    then 'suppressed'
                    when exists (
                        select from entry e where e.appeal = a.appeal and e.fingerprint = a.fingerprint)
                    then 'superseded'
                    when a.nth + (
                        select count(*) from submission undecided
                        where undecided.appeal = a.appeal and undecided.fingerprint = a.fingerprint
                          and undecided.state = 'pending') > 3
                    then 'suppressed'
                    else 'pending'
                end as state
            ) judged
            on conflict (signature_id) do nothing
            returning signature_id, recipient, state, (
                select e.signature_id from entry e
                where submission.state = 'superseded'
                  and e.appeal = submission.appeal and e.fingerprint = submission.fingerprint) as decided
            """;

    private static final String FIND =
            "select state, appeal, fingerprint, recipient from submission where signature_id = :signature";

    private static final String MOVE = """
            update submission
            set state = :to, signatory = null, ended_at = now(), review_reason = :reason,
                turned_away_at = case when :to in ('rejected', 'invalidated') then now()
                                      when :to in ('listed', 'awaiting-review') then null
                                      else turned_away_at end
            where signature_id = :signature and state = :from
            """;

    private static final String SUPERSEDE = """
            update submission set state = 'superseded', signatory = null, ended_at = now()
            where appeal = :appeal and fingerprint = :fingerprint and state = 'pending'
            returning signature_id
            """;

    /** Undecided, and neither is a mail still owed for it nor does one of its links still decide. */
    private static final String EXPIRE = """
            update submission s set state = 'expired', signatory = null, ended_at = now()
            where s.state = 'pending'
              and not exists (
                  select from mail m where m.signature_id = s.signature_id and m.state = 'owed')
              and not exists (
                  select from link l where l.signature_id = s.signature_id and l.decides_until > now())
            """;

    private static final String PURGE = """
            delete from submission s
            where s.state in ('suppressed', 'not-mine', 'superseded', 'expired', 'withdrawn', 'rejected',
                              'invalidated')
              and s.ended_at < now() - interval '30 days'
              and not exists (select from entry e where e.signature_id = s.signature_id)
            """;

    private static final String PURGE_PROOFS = "delete from proof where used_at < now() - interval '14 days'";

    private final JdbcClient jdbc;

    JdbcSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Stored> store(List<Arrival> arrivals, int burst) {
        return jdbc.sql(STORE)
                .param(texts(arrivals, submission -> submission.signatureId().toString()))
                .param(texts(arrivals, submission -> submission.appeal().value()))
                .param(texts(arrivals, submission -> submission.fingerprint().value()))
                .param(arrivals.stream()
                        .map(arrival -> arrival.recipient().value())
                        .toArray(String[]::new))
                .param(arrivals.stream()
                        .map(arrival -> arrival.submission().appealVersion())
                        .toArray(Integer[]::new))
                .param(texts(arrivals, submission -> submission.kind().name().toLowerCase(Locale.ROOT)))
                .param(texts(arrivals, SignatureSubmitted::locale))
                .param(texts(arrivals, SignatureSubmitted::source))
                .param(arrivals.stream().map(JdbcSubmissions::marks).toArray(String[]::new))
                .param(texts(arrivals, SignatureSubmitted::proof))
                .param(texts(arrivals, submission -> json(submission.signatory())))
                .param(texts(arrivals, submission -> submission.submittedAt().toString()))
                .param(arrivals.stream().map(Arrival::mailDomain).toArray(String[]::new))
                .param(ScreeningMark.PROOF_REUSED.id())
                .param(ScreeningMark.REJECTED_BEFORE.id())
                .param(burst)
                .param(burst)
                .param(ScreeningMark.DOMAIN_BURST.id())
                .query(JdbcSubmissions::stored)
                .list();
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
    public List<SignatureId> supersede(AppealSlug appeal, Fingerprint fingerprint) {
        return jdbc.sql(SUPERSEDE)
                .param("appeal", appeal.value())
                .param("fingerprint", fingerprint.value())
                .query((row, number) -> new SignatureId(row.getObject("signature_id", UUID.class)))
                .list();
    }

    @Override
    public int expire() {
        return jdbc.sql(EXPIRE).update();
    }

    @Override
    public int purge() {
        return jdbc.sql(PURGE).update();
    }

    @Override
    public int purgeProofs() {
        return jdbc.sql(PURGE_PROOFS).update();
    }

    private static @Nullable String[] texts(
            List<Arrival> arrivals, Function<SignatureSubmitted, @Nullable String> text) {
        return arrivals.stream().map(Arrival::submission).map(text).toArray(String[]::new);
    }

    private static String marks(Arrival arrival) {
        return json(Stream.concat(
                        arrival.submission().screening().stream(),
                        arrival.marks().stream().map(ScreeningMark::id))
                .distinct()
                .toList());
    }

    private static String json(Object value) {
        return new String(EventJson.write(value), StandardCharsets.UTF_8);
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                new SignatureId(row.getObject("signature_id", UUID.class)),
                new AddressKey(row.getString("recipient")),
                SignatureState.of(row.getString("state")),
                decided(row.getObject("decided", UUID.class)));
    }

    private static @Nullable SignatureId decided(@Nullable UUID id) {
        return id == null ? null : new SignatureId(id);
    }
}
