package org.upprop.monitor.offset.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.access.Role;
import org.upprop.delivery.Away;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.flow.Stage;
import org.upprop.monitor.offset.SetBack;
import org.upprop.monitor.offset.StageRuns;
import org.upprop.monitor.offset.messaging.Offsets;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The page on which a stage is set back: first it tells what would be read again. */
@Controller
@RequestMapping("/set-back")
class SetBackPage {

    private static final Vocabulary WORDS = Spoken.vocabulary("messages.setback");

    private final Offsets offsets;
    private final MonitorPages pages;

    SetBackPage(Offsets offsets, MonitorPages pages) {
        this.offsets = offsets;
        this.pages = pages;
    }

    /** @param since a local time in UTC, as a browser's field gives it */
    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> preview(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(defaultValue = "") String since)
            throws InterruptedException {
        Optional<Stage> chosen = Stage.of(stage);
        if (chosen.isEmpty()) {
            return page(who, request, HttpStatus.OK, null, false, null);
        }
        Optional<Instant> time = time(since);
        if (time.isEmpty()) {
            return page(who, request, HttpStatus.UNPROCESSABLE_CONTENT, null, false, "time");
        }
        try {
            return page(who, request, HttpStatus.OK, offsets.preview(chosen.get(), time.get()), false, null);
        } catch (Away away) {
            return page(who, request, HttpStatus.SERVICE_UNAVAILABLE, null, false, "away");
        }
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> setBack(
            SignedIn who, HttpServletRequest request, @RequestParam Stage stage, @RequestParam Instant since)
            throws InterruptedException {
        try {
            return page(who, request, HttpStatus.OK, offsets.setBack(who.holder(), stage, since), true, null);
        } catch (StageRuns runs) {
            return page(who, request, HttpStatus.CONFLICT, offsets.preview(stage, since), false, null);
        } catch (Away away) {
            return page(who, request, HttpStatus.SERVICE_UNAVAILABLE, null, false, "away");
        }
    }

    private ResponseEntity<byte[]> page(
            SignedIn who,
            HttpServletRequest request,
            HttpStatusCode status,
            @Nullable SetBack preview,
            boolean done,
            @Nullable String wrong) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        return pages.answer(
                status,
                "setBack.jte",
                new SetBackView(
                        pages.frame(reader, words),
                        words,
                        pages.stylesheet(),
                        preview,
                        done,
                        who.proof(),
                        who.holder().may(Role.OPERATOR),
                        wrong == null ? null : words.say(wrong)));
    }

    private static Optional<Instant> time(String typed) {
        try {
            return Optional.of(LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
