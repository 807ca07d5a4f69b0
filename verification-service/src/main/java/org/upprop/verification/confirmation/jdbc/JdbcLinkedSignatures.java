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
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/** Reads {@code link}, {@code submission} and {@code entry} together. */
@Repository
class JdbcLinkedSignatures implements LinkedSignatures {

    /** A superseded submission leads to the signature that took its place, or says what became of that since. */
    private static final String FIND = """
            select coalesce(decided.signature_id, s.signature_id) as signature_id,
                   coalesce(decided.state, case s.state when 'superseded' then coalesce((
                       select gone.state from submission gone
                       where gone.appeal = s.appeal and gone.fingerprint = s.fingerprint
                         and gone.state in ('withdrawn', 'rejected')
                       order by gone.ended_at desc limit 1), 'withdrawn') else s.state end) as state,
                   l.decides_until > now() as decides,
                   s.appeal, s.appeal_version, s.kind, s.fingerprint, s.recipient, s.locale, s.source, s.screening,
                   coalesce(e.signatory, s.signatory) as signatory, e.released
            from link l
            join submission s on s.signature_id = l.signature_id
            left join entry e on e.appeal = s.appeal and e.fingerprint = s.fingerprint
                and s.state in ('awaiting-review', 'listed', 'superseded')
            left join submission decided on decided.signature_id = e.signature_id
            where l.hash = :hash
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
                read(row.getString("released"), Released.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <T> @Nullable T read(@Nullable String json, Class<T> type) {
        return json == null ? null : EventJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    }
}
