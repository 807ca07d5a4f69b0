package org.upprop.publication.export;

import java.nio.charset.StandardCharsets;

/** In what form a list is exported. */
public enum ExportFormat {

    /** RFC 4180, behind the mark by which spreadsheets know UTF-8. */
    CSV("csv", "text/csv;charset=UTF-8", '\uFEFF' + String.join(",", ExportSql.FIELDS) + "\r\n", "\r\n"),

    /** A JSON object for each name, as in the list. */
    NDJSON("ndjson", "application/x-ndjson", "", "\n");

    private final String extension;
    private final String mediaType;
    private final byte[] beginning;
    private final byte[] lineEnd;

    ExportFormat(String extension, String mediaType, String beginning, String lineEnd) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.lineEnd = lineEnd.getBytes(StandardCharsets.UTF_8);
    }

    /** How the name of a file ends; it also is what tells its bytes apart. */
    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    byte[] beginning() {
        return beginning.clone();
    }

    byte[] lineEnd() {
        return lineEnd.clone();
    }
}
