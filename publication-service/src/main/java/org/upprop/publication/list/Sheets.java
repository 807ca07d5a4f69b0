package org.upprop.publication.list;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;

/** Reads what the pages of lists are made of. */
@Repository
public class Sheets {

    // A row that fell to 0 stays.
    private static final String COUNTRIES = """
            select value, individuals, organisations
            from count_part
            where appeal = :appeal and dimension = 'country' and value <> '' and individuals + organisations > 0
            """;

    private final JdbcClient jdbc;
    private final Signatories signatories;
    private final Histories histories;
    private final OneMoment moment;

    Sheets(@Readers JdbcClient jdbc, Signatories signatories, Histories histories, OneMoment moment) {
        this.jdbc = jdbc;
        this.signatories = signatories;
        this.histories = histories;
        this.moment = moment;
    }

    /**
     * Reads names, and what is told of the whole list beside them.
     *
     * @param atRisk whether signatories are in danger where they live, so that nothing of places and hours is wanted
     */
    public Sheet read(ListQuery query, boolean atRisk) {
        return moment.of(() -> {
            ListPart part = signatories.part(query);
            return new Sheet(
                    part,
                    query.isTheBeginning() ? histories.whole(query.appeal(), part.count(), atRisk) : null,
                    atRisk ? List.of() : countries(query.appeal()));
        });
    }

    private List<CountryCount> countries(AppealSlug appeal) {
        return jdbc.sql(COUNTRIES)
                .param("appeal", appeal.value())
                .query((row, number) -> new CountryCount(
                        row.getString("value"), row.getLong("individuals"), row.getLong("organisations")))
                .list();
    }
}
