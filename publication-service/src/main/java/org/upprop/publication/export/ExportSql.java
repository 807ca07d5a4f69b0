package org.upprop.publication.export;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statement that copies a list out. COPY takes no parameters, so values stand in it: a slug and a country, which
 * cannot hold a quote.
 */
final class ExportSql {

    static final List<String> FIELDS = List.of(
            "id",
            "kind",
            "name",
            "role",
            "affiliation",
            "city",
            "country",
            "website",
            "organisationType",
            "parent",
            "listedOn",
            "comment");

    private static final Set<String> TYPED =
            Set.of("name", "role", "affiliation", "city", "website", "parent", "comment");

    private static final String COLUMNS = """
            select
                entry_id as id, lower(kind) as kind, name, role, affiliation, %s, website,
                replace(lower(organisation_type), '_', '-') as "organisationType", parent,
                (listed_at at time zone 'UTC')::date as "listedOn", comment
            from entry
            """;
    private static final String PLACES = "city, country";
    private static final String NO_PLACES = "null::text as city, null::text as country";

    private static final String ORGANISATIONS = """
            where appeal = '%s' and kind = 'ORGANISATION' and display <> 'HIDDEN' %s
            order by type_place, group_name collate "und-x-icu", name collate "und-x-icu", entry_id
            """;
    private static final String PEOPLE = """
            where appeal = '%s' and kind = 'INDIVIDUAL' and display <> 'HIDDEN' %s
            order by listed_at desc, entry_id desc
            """;

    // Rows of JSON as they are: a quote and a delimiter that stand in no JSON leave nothing to be escaped.
    private static final String NDJSON = """
            copy (select row_to_json(item) from (%s) as item)
            to stdout (format csv, quote e'\\x01', delimiter e'\\x02')
            """;
    private static final String CSV = """
            copy (select %s from (%s) as item) to stdout (format csv, force_quote *)
            """;

    // An apostrophe before whatever a spreadsheet would calculate, also behind quotes and spaces, and behind what parts
    // cells where a comma is the decimal point. What it was is found by taking the apostrophe away.
    private static final String SAFE = """
            regexp_replace("%1$s" collate "und-x-icu",
                '(^|[;\\t\\r\\n])([\\s"''\\u00a0\\u200b-\\u200f\\u2060\\u3000\\ufeff]*)(?=[-=+@\\uff0b\\uff0d\\uff1d\\uff20])|^(?=[\\t\\r\\n])',
                '\\1''\\2', 'g') as "%1$s"
            """;

    private ExportSql() {}

    /** Organisations come before people, as parts of one statement that stand in it in this order. */
    static String of(ExportFormat format, Selection selection) {
        String names = Stream.of(selection.organisations() ? ORGANISATIONS : "", selection.people() ? PEOPLE : "")
                .filter(part -> !part.isEmpty())
                .map(part -> "(" + COLUMNS.formatted(selection.places() ? PLACES : NO_PLACES)
                        + part.formatted(selection.appeal().value(), from(selection)) + ")")
                .collect(Collectors.joining(" union all "));
        return switch (format) {
            case NDJSON -> NDJSON.formatted(names);
            case CSV -> CSV.formatted(FIELDS.stream().map(ExportSql::cell).collect(Collectors.joining(", ")), names);
        };
    }

    private static String from(Selection selection) {
        return selection.country() == null
                ? ""
                : "and country = '" + selection.country().code() + "'";
    }

    private static String cell(String field) {
        return TYPED.contains(field) ? SAFE.formatted(field) : '"' + field + '"';
    }
}
