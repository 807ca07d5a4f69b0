package org.upprop.local.doctor;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Everything that was found, in the order in which it was looked at. */
public record Report(Verdict verdict, List<Finding> findings, List<DnsRecord> records) {

    Report(List<Finding> findings) {
        this(
                findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.OK),
                findings,
                findings.stream()
                        .flatMap(finding -> finding.records().stream())
                        .distinct()
                        .toList());
    }

    /** A line for each finding, and below them the records to add, ready for copying. */
    public String text() {
        String lines = findings.stream().map(finding -> finding + "\n").collect(Collectors.joining());
        return records.isEmpty()
                ? lines
                : lines
                        + records.stream()
                                .map(record -> record + "\n")
                                .collect(Collectors.joining("", "\nRecords for the DNS:\n", ""));
    }

    public String json() {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }
}
