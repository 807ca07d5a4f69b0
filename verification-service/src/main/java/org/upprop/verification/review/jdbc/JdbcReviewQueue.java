package org.upprop.verification.review.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.ReviewQueue;
import org.upprop.verification.review.Waiting;
import org.upprop.verification.signature.Released;

/** Reads {@code entry} and {@code submission} together. */
@Repository
class JdbcReviewQueue implements ReviewQueue {

    private static final String AFTER = """
            select e.signature_id, e.appeal, e.kind, coalesce(e.proposed_released, e.released) as released, e.evidence,
                   s.screening, e.waits_since
            from entry e
            join submission s on s.signature_id = e.signature_id
            where e.waits_since is not null
              and (not e.evidence, e.waits_since, e.signature_id) > (not :evidence, :since, :signature)
            order by not e.evidence, e.waits_since, e.signature_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    JdbcReviewQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> after(Waiting.Place place, int limit) {
        return jdbc.sql(AFTER)
                .param("evidence", place.evidence())
                .param("since", OffsetDateTime.ofInstant(place.since(), ZoneOffset.UTC))
                .param("signature", place.signature().value())
                .param("limit", limit)
                .query(JdbcReviewQueue::waiting)
                .list();
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        return new Waiting(
                new SignatureId(row.getObject("signature_id", UUID.class)),
                new AppealSlug(row.getString("appeal")),
                SignatoryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                EventJson.read(row.getString("released").getBytes(StandardCharsets.UTF_8), Released.class),
                row.getBoolean("evidence"),
                List.of((String[]) row.getArray("screening").getArray()),
                row.getObject("waits_since", OffsetDateTime.class).toInstant());
    }
}
