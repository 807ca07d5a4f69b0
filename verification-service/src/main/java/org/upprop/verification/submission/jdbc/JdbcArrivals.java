package org.upprop.verification.submission.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.event.EventJson;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.signature.SignatureState;
import org.upprop.verification.submission.Arrival;
import org.upprop.verification.submission.Arrivals;
import org.upprop.verification.submission.Stored;

/** What becomes a row of the table {@code submission}, and the table {@code proof}. */
@Repository
class JdbcArrivals implements Arrivals {

    /**
     * In this order: who said "not mine" gets nothing more for 30 days, unless they ask; what is older than a withdrawal or
     * a rejection never comes back; who has decided has decided; and of what is undecided three are enough.
     *
     * <p>A proof of work belongs to the signature that was stored first with it; every other one is marked. The update
     * that changes nothing is what tells whose it is, also where another batch is just taking it, and the order of the
     * proofs keeps two batches from waiting for each other.
     *
     * <p>Whoever was rejected may sign again, and is marked. Nothing of the same signatory is undecided when a reviewer
     * rejects, so what comes in later is all that there is to mark.
     *
     * <p>Whoever took back what was marked carries its marks along, also where a reviewer had let it on the list: a change
     * of it would have come before one as well.
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
                   array(
                       select mark
                       from unnest(
                           array(select jsonb_array_elements_text(a.screening::jsonb))
                               || case when used.signature_id <> a.signature_id then array[?::text] else '{}' end
                               || case when exists (
                                      select from submission rejected
                                      where rejected.appeal = a.appeal and rejected.fingerprint = a.fingerprint
                                        and rejected.turned_away_at > now() - interval '30 days')
                                  then array[?::text] else '{}' end
                               || case when ?::integer is not null and a.mail_domain is not null and a.of_domain + (
                                      select count(*) from (
                                          select from submission same
                                          where same.appeal = a.appeal and same.mail_domain = a.mail_domain
                                            and same.submitted_at > a.submitted_at::timestamptz - interval '1 hour'
                                            and same.submitted_at <= a.submitted_at::timestamptz
                                          limit ?::integer) before) > ?::integer
                                  then array[?::text] else '{}' end
                               || coalesce(earlier.screening, '{}')) with ordinality as each (mark, nth)
                       group by mark order by min(nth)),
                   case when judged.state = 'pending' then a.signatory::jsonb end,
                   a.submitted_at::timestamptz, a.mail_domain, judged.state,
                   case when judged.state <> 'pending' then now() end
            from arrived a
            left join used on used.proof = a.proof
            left join lateral (
                select gone.screening from submission gone
                where gone.appeal = a.appeal and gone.fingerprint = a.fingerprint and gone.state = 'withdrawn'
                  and gone.screening <> '{}' and gone.ended_at > now() - interval '30 days'
                order by gone.ended_at desc limit 1
            ) earlier on true
            cross join lateral (
                select case
                    when exists (
                        select from submission disowned
                        where disowned.recipient = a.recipient and disowned.appeal = a.appeal
                          and disowned.state = 'not-mine' and disowned.lifted_at is null
                          and disowned.ended_at > now() - interval '30 days')
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
                select array[decided.signature_id::text, decided.state]
                from entry e join submission decided on decided.signature_id = e.signature_id
                where submission.state = 'superseded'
                  and e.appeal = submission.appeal and e.fingerprint = submission.fingerprint) as decided
            """;

    private static final String PURGE_PROOFS = """
            delete from proof where proof in (
                select proof from proof where used_at < now() - interval '14 days'
                limit :most for update skip locked)
            """;

    private final JdbcClient jdbc;

    JdbcArrivals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Stored> store(List<Arrival> arrivals, @Nullable Integer burst) {
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
                .param(arrivals.stream().map(JdbcArrivals::marks).toArray(String[]::new))
                .param(texts(arrivals, SignatureSubmitted::proof))
                .param(texts(arrivals, submission -> json(submission.signatory())))
                .param(texts(arrivals, submission -> submission.submittedAt().toString()))
                .param(arrivals.stream().map(Arrival::mailDomain).toArray(String[]::new))
                .param(ScreeningMark.PROOF_REUSED.id())
                .param(ScreeningMark.REJECTED_BEFORE.id())
                .param(burst)
                .param(burst)
                .param(burst)
                .param(ScreeningMark.DOMAIN_BURST.id())
                .query(JdbcArrivals::stored)
                .list();
    }

    @Override
    public int purgeProofs(int most) {
        return jdbc.sql(PURGE_PROOFS).param("most", most).update();
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
                decided(row));
    }

    private static Stored.@Nullable Decided decided(ResultSet row) throws SQLException {
        Array idAndState = row.getArray("decided");
        if (idAndState == null) {
            return null;
        }
        String[] decided = (String[]) idAndState.getArray();
        return new Stored.Decided(new SignatureId(UUID.fromString(decided[0])), SignatureState.of(decided[1]));
    }
}
