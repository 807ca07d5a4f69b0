package org.upprop.verification.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import org.upprop.verification.language.Languages;
import org.upprop.verification.page.Pages;
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
    private final Pages pages;

    ReportApi(Reports reports, Pages pages) {
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
    ResponseEntity<String> ask(
            @PathVariable UUID entryId, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return page(HttpStatus.OK, lang, request, new ReportSheet(false, null, "", ""));
    }

    @PostMapping(path = "/report/{entryId}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> report(
            @PathVariable UUID entryId,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String lang,
            HttpServletRequest request) {
        Optional<ReportReason> chosen = ReportReason.of(reason);
        if (chosen.isEmpty()) {
            return again(lang, request, "missing", reason, comment);
        }
        try {
            reports.keep(new EntryId(entryId), chosen.get(), text(comment));
            return page(HttpStatus.ACCEPTED, lang, request, new ReportSheet(true, null, "", ""));
        } catch (InvalidValue invalid) {
            return again(lang, request, "comment", reason, comment);
        }
    }

    private ResponseEntity<String> again(
            String lang, HttpServletRequest request, String fault, String reason, String comment) {
        return page(HttpStatus.UNPROCESSABLE_CONTENT, lang, request, new ReportSheet(false, fault, reason, comment));
    }

    private ResponseEntity<String> page(HttpStatus status, String lang, HttpServletRequest request, ReportSheet sheet) {
        Words words = Languages.forReader(lang, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return pages.page(status, "report", words, sheet);
    }

    private static @Nullable String text(@Nullable String comment) {
        return comment == null || comment.isBlank() ? null : TypedText.lines(COMMENT, comment, Reports.LONGEST_COMMENT);
    }

    record Report(@Nullable String reason, @Nullable String comment) {}

    record Received(String status) {}
}
