package org.upprop.verification.confirmation.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.upprop.event.EventJson;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.confirmation.Dossier;
import org.upprop.verification.confirmation.Dossiers;
import org.upprop.verification.signature.Released;

/** Reads every table that knows of a signature. A column that is added to one of them is added here. */
@Repository
class JdbcDossiers implements Dossiers {

    private static final String SIGNATURE = """
            select s.signature_id, s.appeal, s.appeal_version, s.state, s.source, s.locale, s.screening, s.submitted_at,
                   s.received_at, s.ended_at, s.turned_away_at, s.lifted_at, s.review_reason, s.fingerprint, s.recipient,
                   s.mail_domain, s.trace,
                   coalesce(e.signatory, s.signatory) as signatory,
                   e.entry_id, e.display, e.released, e.on_list, e.confirmed_at, e.listed_at, e.waits_since, e.evidence,
                   e.publish_after, e.domain, e.name_key,
                   e.proposed_signatory, e.proposed_display, e.proposed_released,
                   c.state as comment_state, c.since as comment_since, c.reason as comment_reason,
                   c.publish_after as comment_publish_after
            from submission s
            left join entry e on e.signature_id = s.signature_id
            left join comment c on c.signature_id = s.signature_id
            where s.signature_id = :signature
            """;

    private static final String MAILS = """
            select kind, state, owed_at, attempts, ended_at from mail
            where signature_id = :signature order by owed_at
            """;

    private static final String LINKS =
            "select decides_until from link where signature_id = :signature order by decides_until";

    private static final String REVIEWS = """
            select taken_at, action, from_state, to_state, comment_state, reason from review_action
            where signature_id = :signature order by action_id
            """;

    private static final String REPORTS = """
            select r.reason, r.times, r.state, r.first_at, r.last_at
            from report r join entry e on e.entry_id = r.entry_id
            where e.signature_id = :signature order by r.first_at
            """;

    private final JdbcClient jdbc;

    JdbcDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Optional<Dossier> find(SignatureId signature) {
        List<Dossier.Mail> mails = list(MAILS, signature, JdbcDossiers::mail);
        List<Dossier.Link> links =
                list(LINKS, signature, (row, number) -> new Dossier.Link(instant(row, "decides_until")));
        List<Dossier.Review> reviews = list(REVIEWS, signature, JdbcDossiers::review);
        List<Dossier.Report> reports = list(REPORTS, signature, JdbcDossiers::report);
        return jdbc.sql(SIGNATURE)
                .param("signature", signature.value())
                .query((row, number) -> dossier(row, mails, links, reviews, reports))
                .optional();
    }

    private <T> List<T> list(String sql, SignatureId signature, RowMapper<T> mapper) {
        return jdbc.sql(sql).param("signature", signature.value()).query(mapper).list();
    }

    private static Dossier dossier(
            ResultSet row,
            List<Dossier.Mail> mails,
            List<Dossier.Link> links,
            List<Dossier.Review> reviews,
            List<Dossier.Report> reports)
            throws SQLException {
        return new Dossier(
                row.getObject("signature_id", UUID.class),
                row.getString("appeal"),
                row.getInt("appeal_version"),
                row.getString("state"),
                row.getString("source"),
                row.getString("locale"),
                List.of((String[]) row.getArray("screening").getArray()),
                instant(row, "submitted_at"),
                instant(row, "received_at"),
                instantOrNull(row, "ended_at"),
                instantOrNull(row, "turned_away_at"),
                instantOrNull(row, "lifted_at"),
                row.getString("review_reason"),
                row.getString("fingerprint"),
                row.getString("recipient"),
                row.getString("mail_domain"),
                row.getString("trace"),
                read(row.getString("signatory"), Signatory.class),
                row.getString("entry_id") == null ? null : entry(row),
                comment(row),
                mails,
                links,
                reviews,
                reports);
    }

    private static Dossier.Entry entry(ResultSet row) throws SQLException {
        return new Dossier.Entry(
                row.getObject("entry_id", UUID.class),
                row.getString("display"),
                read(row.getString("released"), Released.class),
                row.getBoolean("on_list"),
                instant(row, "confirmed_at"),
                instantOrNull(row, "listed_at"),
                instantOrNull(row, "waits_since"),
                instantOrNull(row, "publish_after"),
                row.getBoolean("evidence"),
                row.getString("domain"),
                row.getString("name_key"),
                change(row));
    }

    private static Dossier.@Nullable Comment comment(ResultSet row) throws SQLException {
        String state = row.getString("comment_state");
        return state == null
                ? null
                : new Dossier.Comment(
                        state,
                        instant(row, "comment_since"),
                        row.getString("comment_reason"),
                        instantOrNull(row, "comment_publish_after"));
    }

    private static Dossier.@Nullable Change change(ResultSet row) throws SQLException {
        Signatory entered = read(row.getString("proposed_signatory"), Signatory.class);
        String display = row.getString("proposed_display");
        Released shown = read(row.getString("proposed_released"), Released.class);
        return entered == null || display == null || shown == null ? null : new Dossier.Change(entered, display, shown);
    }

    private static Dossier.Mail mail(ResultSet row, int number) throws SQLException {
        return new Dossier.Mail(
                row.getString("kind"),
                row.getString("state"),
                instant(row, "owed_at"),
                row.getInt("attempts"),
                instantOrNull(row, "ended_at"));
    }

    private static Dossier.Review review(ResultSet row, int number) throws SQLException {
        return new Dossier.Review(
                instant(row, "taken_at"),
                row.getString("action"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getString("comment_state"),
                row.getString("reason"));
    }

    private static Dossier.Report report(ResultSet row, int number) throws SQLException {
        return new Dossier.Report(
                row.getString("reason"),
                row.getInt("times"),
                row.getString("state"),
                instant(row, "first_at"),
                instant(row, "last_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
