package org.upprop.local.backup;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds.
 *
 * @param format of the file
 * @param takenAt by the clock of the database, before the moment of which all of it is
 * @param schema the version of the tables, as Flyway counts
 * @param tables in an order in which each comes after those that it refers to
 */
record Manifest(String format, Instant takenAt, String schema, List<Table> tables) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "upprop-backup/1";

    Manifest {
        tables = List.copyOf(tables);
    }

    static Manifest read(byte[] json) {
        return JsonMapper.shared().readValue(json, Manifest.class);
    }

    byte[] json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    /**
     * @param columns in their order in the file
     * @param sha256 of its rows as they stand in the file, in hexadecimal
     */
    record Table(String name, List<String> columns, long rows, String sha256) {

        Table {
            columns = List.copyOf(columns);
        }

        /** What its rows are called in the file. */
        String entry() {
            return name + ".copy";
        }
    }
}
