package org.upprop.publication.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.SignatoryKind;

/** Reads the lists, page by page. A hidden entry is never read, so it cannot be shown. */
@Repository
public class Signatories {

    private static final String COLUMNS = """
            select
                entry_id, kind, name, role, affiliation, city, country, website, organisation_type, parent, comment,
                listed_at
            from entry
            """;

    // The root collation: one order for readers of every language.
    private static final String ORGANISATIONS = COLUMNS + """
            where appeal = :appeal and kind = 'ORGANISATION' and display <> 'HIDDEN'
              and (type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id)
                  > (:type, :group, :name, :id)
              %s
            order by type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id
            limit :limit
            """;

    private static final String INDIVIDUALS = COLUMNS + """
            where appeal = :appeal and kind = 'INDIVIDUAL' and display <> 'HIDDEN'
              and (listed_at, entry_id) < (:listedAt, :id)
              %s
            order by listed_at desc, entry_id desc
            limit :limit
            """;

    private static final String COUNTRY = "and country = :country";

    private static final String THESE = COLUMNS + """
            where appeal = :appeal and entry_id = any (:ids) and kind is not null and display <> 'HIDDEN'
            order by array_position(:ids, entry_id)
            """;

    private final JdbcClient jdbc;
    private final ListCounts counts;
    private final NameSearch search;
    private final OneMoment moment;

    Signatories(@Readers JdbcClient jdbc, OneMoment moment) {
        this.jdbc = jdbc;
        this.counts = new ListCounts(jdbc);
        this.search = new NameSearch(jdbc);
        this.moment = moment;
    }

    /** A part of a list and the count of the whole, both of one moment. */
    public ListPart read(ListQuery query) {
        return moment.of(() -> part(query));
    }

    /** The same within a moment that began already. */
    ListPart part(ListQuery query) {
        ListCount count = counts.find(query.appeal());
        List<ListedSignatory> found = new ArrayList<>(query.limit() + 1);
        ListPlace readTo = null;
        if (query.kind() != SignatoryKind.INDIVIDUAL && query.after() instanceof AfterOrganisation place) {
            Stretch organisations = organisations(query, place, query.limit() + 1);
            found.addAll(organisations.signatories());
            readTo = organisations.readTo();
        }
        if (readTo == null && query.kind() != SignatoryKind.ORGANISATION && found.size() <= query.limit()) {
            AfterIndividual place = query.after() instanceof AfterIndividual after ? after : ListPlace.FIRST_INDIVIDUAL;
            Stretch individuals = individuals(query, place, query.limit() + 1 - found.size());
            found.addAll(individuals.signatories());
            readTo = individuals.readTo();
        }
        if (found.size() <= query.limit()) {
            return new ListPart(count, found, readTo, readTo != null && found.size() < query.limit());
        }
        return new ListPart(
                count,
                found.subList(0, query.limit()),
                found.get(query.limit() - 1).place(),
                false);
    }

    /** Those of some entries that are on the list with a name, in the order asked for; and the count at that moment. */
    public ListPart read(AppealSlug appeal, List<UUID> ids) {
        return moment.of(() -> part(appeal, ids));
    }

    private ListPart part(AppealSlug appeal, List<UUID> ids) {
        return new ListPart(counts.find(appeal), these(appeal, ids), null, false);
    }

    private List<ListedSignatory> these(AppealSlug appeal, List<UUID> ids) {
        return jdbc.sql(THESE)
                .param("appeal", appeal.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> signatory(row))
                .list();
    }

    private Stretch organisations(ListQuery query, AfterOrganisation place, int limit) {
        if (query.beginning() != null) {
            return found(query, query.beginning(), place, limit);
        }
        return new Stretch(
                filtered(ORGANISATIONS, query, limit)
                        .param("type", typePlace(place))
                        .param("group", place.group())
                        .param("name", place.name())
                        .param("id", place.id())
                        .query((row, number) -> signatory(row))
                        .list(),
                null);
    }

    private Stretch individuals(ListQuery query, AfterIndividual place, int limit) {
        if (query.beginning() != null) {
            return found(query, query.beginning(), place, limit);
        }
        return new Stretch(
                filtered(INDIVIDUALS, query, limit)
                        .param("listedAt", place.listedAt().atOffset(ZoneOffset.UTC))
                        .param("id", place.id())
                        .query((row, number) -> signatory(row))
                        .list(),
                null);
    }

    private Stretch found(ListQuery query, String typed, ListPlace place, int limit) {
        NameSearch.Found found = search.find(query, NameWords.typed(typed), place, limit);
        return new Stretch(these(query.appeal(), found.ids()), found.readTo());
    }

    private JdbcClient.StatementSpec filtered(String sql, ListQuery query, int limit) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql.formatted(query.country() == null ? "" : COUNTRY))
                .param("appeal", query.appeal().value())
                .param("limit", limit);
        return query.country() == null
                ? statement
                : statement.param("country", query.country().code());
    }

    /** As the database counts them. */
    static int typePlace(AfterOrganisation place) {
        return place.type().ordinal() + 1;
    }

    private static ListedSignatory signatory(ResultSet row) throws SQLException {
        String type = row.getString("organisation_type");
        return new ListedSignatory(
                row.getObject("entry_id", UUID.class),
                SignatoryKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("role"),
                row.getString("affiliation"),
                row.getString("city"),
                row.getString("country"),
                row.getString("website"),
                type == null ? null : OrganisationType.valueOf(type),
                row.getString("parent"),
                row.getString("comment"),
                row.getObject("listed_at", OffsetDateTime.class).toInstant());
    }

    /** What was found of a half, and where its search goes on if it did not come to an end. */
    private record Stretch(
            List<ListedSignatory> signatories, @Nullable ListPlace readTo) {}
}
