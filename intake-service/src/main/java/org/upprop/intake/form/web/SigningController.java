package org.upprop.intake.form.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.upprop.appeal.Appeal;
import org.upprop.intake.admission.Verdict;
import org.upprop.intake.form.FormDesk;
import org.upprop.intake.form.Hidden;
import org.upprop.intake.form.SentForm;
import org.upprop.intake.form.Step;
import org.upprop.intake.signature.Outcome;
import org.upprop.intake.web.FormFields;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.site.Words;
import org.upprop.visit.Visitor;

/**
 * Takes a signature from the form. Every answer is a page that keeps what was typed, rendered at once: the key in the form
 * makes it harmless to send the form again.
 */
@Controller
class SigningController {

    private static final String SOON = "5";
    private static final String LATER = "60";

    private final FormDesk desk;
    private final SigningPages pages;

    SigningController(FormDesk desk, SigningPages pages) {
        this.desk = desk;
        this.pages = pages;
    }

    @PostMapping(
            path = {"/appeals/{slug}", "/appeals/{slug}" + Reader.FRAMED},
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> sign(Appeal appeal, Visitor visitor, HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        SentForm form = SentForm.of(FormFields.in(new String(body, StandardCharsets.ISO_8859_1)));
        Asked asked = new Asked(appeal, readerOf(form, request), form);
        if (form.bytes() > FormLimit.DECODED_BYTES) {
            return asked.back(HttpStatus.CONTENT_TOO_LARGE, new Notice("notice.too-large", "", true), null);
        }
        String languages = Objects.requireNonNullElse(asked.reader().accepted(), "");
        return switch (desk.take(appeal, form, languages, visitor)) {
            case Step.Changing(var kept) -> asked.with(kept).back(HttpStatus.OK, null, null);
            case Step.Doubtful(var kept, var meant) -> asked.with(kept).doubted(meant);
            case Step.Held held -> asked.with(held.form()).held(held);
            case Step.Answered(var kept, var outcome) -> asked.with(kept).answered(outcome);
        };
    }

    /** Whoever sends the form reads what they read before; only the site that led here may stand in the form alone. */
    private static Reader readerOf(SentForm form, HttpServletRequest request) {
        Reader asking = Reader.of(request);
        return new Reader(asking.lang(), asking.accepted(), form.text(Hidden.SOURCE), asking.framed());
    }

    /** Somebody's form, and the pages that answer it. */
    private final class Asked {

        private final Appeal appeal;
        private final Reader reader;
        private final SentForm form;

        Asked(Appeal appeal, Reader reader, SentForm form) {
            this.appeal = appeal;
            this.reader = reader;
            this.form = form;
        }

        Reader reader() {
            return reader;
        }

        Asked with(SentForm kept) {
            return new Asked(appeal, reader, kept);
        }

        ResponseEntity<byte[]> answered(Outcome outcome) {
            Words words = reader.words(Forms.WORDS, appeal);
            return switch (outcome) {
                case Outcome.Received(var id) ->
                    page(HttpStatus.ACCEPTED, null, pages.received(appeal, reader, form, id));
                case Outcome.Invalid(var errors) -> corrected(Complaints.of(errors, form.kind(), words));
                case Outcome.KeyReused reused -> throw new IllegalStateException("A form gets another key");
                case Outcome.NotYetOpen(var opensAt) ->
                    back(HttpStatus.CONFLICT, new Notice("notice.not-open", words.moment(opensAt), true), null);
                case Outcome.Closed(var closedAt) ->
                    back(HttpStatus.GONE, new Notice("notice.closed", words.day(closedAt), false), null);
                case Outcome.Paused paused ->
                    back(HttpStatus.SERVICE_UNAVAILABLE, new Notice("notice.paused", "", true), LATER);
                case Outcome.Unavailable unavailable ->
                    back(HttpStatus.SERVICE_UNAVAILABLE, new Notice("notice.unavailable", "", true), SOON);
            };
        }

        private ResponseEntity<byte[]> corrected(Complaints complaints) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT, null, pages.form(appeal, reader, form, complaints, null, null));
        }

        ResponseEntity<byte[]> held(Step.Held held) {
            Verdict.Held verdict = held.verdict();
            long seconds =
                    secondsIn(Duration.between(held.now(), verdict.challenge().readyAt()));
            Task task =
                    new Task(verdict.challenge().token(), verdict.challenge().difficulty(), seconds);
            return page(
                    HttpStatus.TOO_MANY_REQUESTS,
                    String.valueOf(secondsIn(verdict.retryAfter())),
                    pages.form(appeal, reader, form, Complaints.NONE, task, null));
        }

        ResponseEntity<byte[]> doubted(String meant) {
            return page(HttpStatus.OK, null, pages.doubt(appeal, reader, form, meant));
        }

        ResponseEntity<byte[]> back(HttpStatus status, @Nullable Notice notice, @Nullable String retryAfter) {
            return page(status, retryAfter, pages.form(appeal, reader, form, Complaints.NONE, null, notice));
        }

        private ResponseEntity<byte[]> page(HttpStatus status, @Nullable String retryAfter, byte[] page) {
            ResponseEntity.BodyBuilder answer =
                    ResponseEntity.status(status).contentType(Templates.HTML).cacheControl(CacheControl.noStore());
            if (retryAfter != null) {
                answer.header(HttpHeaders.RETRY_AFTER, retryAfter);
            }
            return answer.body(page);
        }

        private static long secondsIn(Duration duration) {
            return Math.max(1, duration.plusMillis(999).toSeconds());
        }
    }
}
