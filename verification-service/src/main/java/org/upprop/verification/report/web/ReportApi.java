package org.upprop.verification.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.signature.EntryId;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;
import org.upprop.text.TypedText;
import org.upprop.verification.desk.DeskPages;
import org.upprop.verification.page.Problems;
import org.upprop.verification.report.ReportReason;
import org.upprop.verification.report.Reports;

/**
 * Takes reports of entries, as JSON and by a form. Whether there is such an entry is told nobody, so nothing of the list can
 * be found out here.
 */
@Controller
class ReportApi {

    private static final String COMMENT = "comment";

    private final Reports reports;
    private final DeskPages pages;

    ReportApi(Reports reports, DeskPages pages) {
        this.reports = reports;
        this.pages = pages;
    }

    @PostMapping(
            path = "/api/v1/entries/{entryId}/reports",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> report(@PathVariable UUID entryId, @RequestBody Report report) {
        Optional<ReportReason> reason = ReportReason.of(String.valueOf(report.reason()));
        if (reason.isEmpty()) {
            return Problems.answer(Problems.invalid(
                    "/reason", "reason.unknown", "Must be one of " + String.join(", ", ReportReason.words()) + "."));
        }
        try {
            reports.keep(new EntryId(entryId), reason.get(), text(report.comment()));
            return ResponseEntity.accepted().body(new Received("received"));
        } catch (InvalidValue invalid) {
            return Problems.answer(Problems.invalid("/comment", invalid.code(), invalid.rule()));
        }
    }

    @GetMapping("/report/{entryId}")
    ResponseEntity<String> ask(@PathVariable UUID entryId, HttpServletRequest request, HttpServletResponse response) {
        return page(request, response, HttpStatus.OK, new ReportSheet(false, null, "", ""));
    }

    @PostMapping(path = "/report/{entryId}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> report(
            @PathVariable UUID entryId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<ReportReason> chosen = ReportReason.of(reason);
        if (chosen.isEmpty()) {
            return again(request, response, "missing", reason, comment);
        }
        try {
            reports.keep(new EntryId(entryId), chosen.get(), text(comment));
            return page(request, response, HttpStatus.ACCEPTED, new ReportSheet(true, null, "", ""));
        } catch (InvalidValue invalid) {
            return again(request, response, "comment", reason, comment);
        }
    }

    private ResponseEntity<String> again(
            HttpServletRequest request, HttpServletResponse response, String fault, String reason, String comment) {
        return page(
                request, response, HttpStatus.UNPROCESSABLE_CONTENT, new ReportSheet(false, fault, reason, comment));
    }

    private ResponseEntity<String> page(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, ReportSheet sheet) {
        Words words = DeskPages.words(request);
        return pages.page(response, status, "report", words, sheet);
    }

    private static @Nullable String text(@Nullable String comment) {
        return comment == null || comment.isBlank() ? null : TypedText.lines(COMMENT, comment, Reports.LONGEST_COMMENT);
    }

    record Report(@Nullable String reason, @Nullable String comment) {}

    record Received(String status) {}
}
