package org.upprop.local.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables of a database that hold something of its own, and not only how it was made. */
final class Tables {

    private static final String COLUMNS = """
            select c.relname, quote_ident(a.attname)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'flyway_schema_history'
              and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            order by c.relname, a.attnum
            """;

    private static final String REFERENCES = """
            select r.relname, t.relname from pg_constraint k
            join pg_class r on r.oid = k.conrelid
            join pg_class t on t.oid = k.confrelid
            where k.contype = 'f' and r.relnamespace = 'public'::regnamespace and r.oid <> t.oid
            """;

    private static final String SCHEMA = """
            select version from public.flyway_schema_history
            where success and version is not null order by installed_rank desc limit 1
            """;

    private static final String NUMBERED = """
            select format('select setval(%L, coalesce(max(%I), 1), max(%2$I) is not null) from public.%I',
                          pg_get_serial_sequence(format('public.%I', c.relname), a.attname), a.attname, c.relname)
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity <> ''
            """;

    private Tables() {}

    /** The columns of each, in an order in which it comes after those that it refers to. */
    static Map<String, List<String>> in(Connection database) throws SQLException {
        Map<String, List<String>> found = pairs(database, COLUMNS);
        Map<String, List<String>> references = pairs(database, REFERENCES);
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        Set<String> left = new LinkedHashSet<>(found.keySet());
        while (!left.isEmpty()) {
            List<String> free = left.stream()
                    .filter(table -> ordered.keySet().containsAll(references.getOrDefault(table, List.of())))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("Tables refer to each other in a circle: " + left);
            }
            free.forEach(table -> ordered.put(table, found.getOrDefault(table, List.of())));
            free.forEach(left::remove);
        }
        return ordered;
    }

    /** The version of the tables, as Flyway counts. */
    static String schema(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(SCHEMA)) {
            if (!row.next()) {
                throw new SQLException("No version of the tables is known");
            }
            return row.getString(1);
        }
    }

    /** Lets columns that number their rows go on behind the rows that are there. */
    static void numberOn(Connection database) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (var statement = database.createStatement()) {
            try (ResultSet row = statement.executeQuery(NUMBERED)) {
                while (row.next()) {
                    statements.add(row.getString(1));
                }
            }
            for (String numbers : statements) {
                statement.execute(numbers);
            }
        }
    }

    static String list(List<String> columns) {
        return columns.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    private static Map<String, List<String>> pairs(Connection database, String sql) throws SQLException {
        Map<String, List<String>> pairs = new LinkedHashMap<>();
        try (var statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                pairs.computeIfAbsent(row.getString(1), _ -> new ArrayList<>()).add(row.getString(2));
            }
        }
        return pairs;
    }
}
