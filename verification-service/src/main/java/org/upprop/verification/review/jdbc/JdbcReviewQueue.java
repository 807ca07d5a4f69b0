package org.upprop.verification.review.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.access.Remit;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.verification.review.Likeness;
import org.upprop.verification.review.Listed;
import org.upprop.verification.review.ReviewQueue;
import org.upprop.verification.review.Waiting;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/** Reads {@code entry} and {@code submission} together. */
@Repository
class JdbcReviewQueue implements ReviewQueue {

    private static final String AFTER = """
            select e.signature_id, e.appeal, e.kind, coalesce(e.proposed_released, e.released) as released,
                   case when e.proposed_released is not null then e.released end as standing, e.evidence,
                   s.screening, e.waits_since
            from entry e
            join submission s on s.signature_id = e.signature_id
            where e.waits_since is not null
              and (not e.evidence, e.waits_since, e.signature_id) > (not :evidence, :since, :signature)
              and (:appeal::text is null or e.appeal = :appeal)
              and (:appeals::text[] is null or e.appeal = any(:appeals))
              %s
            order by not e.evidence, e.waits_since, e.signature_id
            limit :limit
            """;

    /** Said so that the index of marks serves it. */
    private static final String MARKED = "and s.screening <> '{}' and s.screening @> array[:mark::text]";

    private static final String SINCE =
            "select waits_since from entry where signature_id = :signature and waits_since is not null";

    private static final String SIZE = """
            select count(*) from (
                select from entry
                where waits_since is not null and (:appeals::text[] is null or appeal = any(:appeals))
                limit :limit) waiting
            """;

    /** Each way of being like has its own index and its own limit, so a domain with thousands costs no more than one. */
    private static final String LIKE = """
            select e.signature_id as of, o.signature_id, o.released, o.by_domain, s.state
            from entry e
            cross join lateral (
                (select d.signature_id, d.released, true as by_domain
                 from entry d
                 where d.appeal = e.appeal and d.domain = e.domain and d.signature_id <> e.signature_id
                   and d.released is not null
                 limit 4)
                union all
                (select n.signature_id, n.released, false
                 from entry n
                 where n.appeal = e.appeal and n.kind = 'organisation'
                   and n.name_key = name_key(coalesce(e.proposed_released, e.released) ->> 'name')
                   and n.released ->> 'country'
                       is not distinct from coalesce(e.proposed_released, e.released) ->> 'country'
                   and n.signature_id <> e.signature_id
                   and (e.domain is null or n.domain is distinct from e.domain)
                 limit 4)
            ) o
            join submission s on s.signature_id = o.signature_id
            where e.signature_id = any (?::uuid[]) and e.kind = 'organisation'
            """;

    private static final String LISTED = """
            select signature_id, appeal, released, listed_at from (
                (select signature_id, appeal, released, listed_at from entry
                 where on_list and name_key like :name || '%'
                   and (:appeals::text[] is null or appeal = any(:appeals)) limit :limit)
                union
                (select signature_id, appeal, released, listed_at from entry
                 where on_list and domain like :domain || '%'
                   and (:appeals::text[] is null or appeal = any(:appeals)) limit :limit)
            ) found
            order by listed_at desc
            limit :limit
            """;

    private static final String NAME_KEY = "select coalesce(name_key(:text), '') as key";

    private final JdbcClient jdbc;

    JdbcReviewQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Waiting> after(Waiting.Place place, int limit, Filter filter) {
        return jdbc.sql(AFTER.formatted(filter.mark() == null ? "" : MARKED))
                .param("evidence", place.evidence())
                .param("since", OffsetDateTime.ofInstant(place.since(), ZoneOffset.UTC))
                .param("signature", place.signature().value())
                .param("appeal", filter.appeal())
                .param("appeals", filter.remit().slugs())
                .param("mark", filter.mark())
                .param("limit", limit)
                .query(JdbcReviewQueue::waiting)
                .list();
    }

    @Override
    public Optional<Instant> since(SignatureId signature) {
        return jdbc.sql(SINCE)
                .param("signature", signature.value())
                .query((row, number) ->
                        row.getObject("waits_since", OffsetDateTime.class).toInstant())
                .optional();
    }

    @Override
    public int size(int limit, Remit remit) {
        return jdbc.sql(SIZE)
                .param("appeals", remit.slugs())
                .param("limit", limit)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    @Override
    public Map<SignatureId, List<Likeness>> like(Collection<SignatureId> signatures) {
        Map<SignatureId, List<Likeness>> like = new HashMap<>();
        jdbc.sql(LIKE)
                .param(signatures.stream().map(SignatureId::toString).toArray(String[]::new))
                .query((ResultSet row) -> {
                    like.computeIfAbsent(new SignatureId(row.getObject("of", UUID.class)), unknown -> new ArrayList<>())
                            .add(likeness(row));
                });
        return like;
    }

    @Override
    public List<Listed> listed(String beginning, int limit, Remit remit) {
        String name = jdbc.sql(NAME_KEY)
                .param("text", beginning)
                .query((row, number) -> row.getString("key"))
                .single();
        String domain = beginning.strip().toLowerCase(Locale.ROOT).replaceFirst("^(https?://)?(www\\.)?", "");
        return jdbc.sql(LISTED)
                .param("name", literally(name.isEmpty() ? "\u0001" : name))
                .param("domain", literally(domain.isEmpty() ? "\u0001" : domain))
                .param("appeals", remit.slugs())
                .param("limit", limit)
                .query((row, number) -> new Listed(
                        new SignatureId(row.getObject("signature_id", UUID.class)),
                        new AppealSlug(row.getString("appeal")),
                        read(row.getString("released")),
                        row.getObject("listed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String literally(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0");
    }

    private static Likeness likeness(ResultSet row) throws SQLException {
        Released released = read(row.getString("released"));
        return new Likeness(
                new SignatureId(row.getObject("signature_id", UUID.class)),
                released.name(),
                released.website(),
                released.country(),
                SignatureState.of(row.getString("state")),
                row.getBoolean("by_domain"));
    }

    private static Waiting waiting(ResultSet row, int number) throws SQLException {
        String standing = row.getString("standing");
        return new Waiting(
                new SignatureId(row.getObject("signature_id", UUID.class)),
                new AppealSlug(row.getString("appeal")),
                SignatoryKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                read(row.getString("released")),
                standing == null ? null : read(standing),
                row.getBoolean("evidence"),
                List.of((String[]) row.getArray("screening").getArray()),
                row.getObject("waits_since", OffsetDateTime.class).toInstant());
    }

    private static Released read(@Nullable String json) {
        return EventJson.read(java.util.Objects.requireNonNull(json).getBytes(StandardCharsets.UTF_8), Released.class);
    }
}
