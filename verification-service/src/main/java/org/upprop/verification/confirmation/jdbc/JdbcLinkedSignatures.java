package org.upprop.verification.confirmation.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.confirmation.LinkedSignatures;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.link.Token;
import org.upprop.verification.list.Entries;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/** Reads {@code link}, {@code submission} and {@code entry} together. */
@Repository
class JdbcLinkedSignatures implements LinkedSignatures {

    /**
     * What has ended is not even read, so that a link to it takes the time of one that nobody knows. A superseded
     * submission leads to the signature that took its place, or says what became of that since.
     */
    private static final String FIND = """
            select d.signature_id, case d.state when 'superseded' then 'withdrawn' else d.state end as state,
                   d.state = 'not-mine' and d.lifted_at is null as keeps_mails_back,
                   l.decides_until > now() as decides,
                   d.appeal, d.appeal_version, d.kind, d.fingerprint, d.recipient, d.locale, d.source, d.screening,
                   coalesce(e.signatory, d.signatory) as signatory, e.released, e.display,
                   e.proposed_signatory, e.proposed_released, e.proposed_display
            from link l
            join submission s on s.signature_id = l.signature_id
            cross join lateral (
                select coalesce(
                    (select other.signature_id from entry other
                     where s.state = 'superseded' and other.appeal = s.appeal and other.fingerprint = s.fingerprint),
                    (select gone.signature_id from submission gone
                     where s.state = 'superseded' and gone.appeal = s.appeal and gone.fingerprint = s.fingerprint
                       and gone.state in ('withdrawn', 'rejected')
                     order by gone.ended_at desc limit 1),
                    s.signature_id) as signature_id
            ) leads
            join submission d on d.signature_id = leads.signature_id
            left join entry e on e.signature_id = d.signature_id
            where l.hash = :hash
              and (s.state <> 'pending' or l.decides_until > now())
              and s.state not in ('suppressed', 'expired')
            """;

    private final JdbcClient jdbc;

    JdbcLinkedSignatures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Linked> find(Token token) {
        return jdbc.sql(FIND)
                .param("hash", token.hash())
                .query(JdbcLinkedSignatures::linked)
                .optional();
    }

    private static Linked linked(ResultSet row, int number) throws SQLException {
        return new Linked(
                new SignatureId(row.getObject("signature_id", UUID.class)),
                SignatureState.of(row.getString("state")),
                row.getBoolean("keeps_mails_back"),
                row.getBoolean("decides"),
                new AppealSlug(row.getString("appeal")),
                row.getInt("appeal_version"),
                SignatoryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                new Fingerprint(row.getString("fingerprint")),
                new AddressKey(row.getString("recipient")),
                row.getString("locale"),
                row.getString("source"),
                texts(row.getArray("screening")),
                read(row.getString("signatory"), Signatory.class),
                read(row.getString("released"), Released.class),
                display(row.getString("display")),
                proposed(row));
    }

    private static Entries.@Nullable Content proposed(ResultSet row) throws SQLException {
        Signatory signatory = read(row.getString("proposed_signatory"), Signatory.class);
        ChosenDisplay display = display(row.getString("proposed_display"));
        Released released = read(row.getString("proposed_released"), Released.class);
        return signatory == null || display == null || released == null
                ? null
                : new Entries.Content(signatory, display, released);
    }

    private static @Nullable ChosenDisplay display(@Nullable String id) {
        return id == null ? null : ChosenDisplay.of(id).orElseThrow();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
