package org.upprop.monitor.brake.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.access.Role;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.control.BrakeKind;
import org.upprop.delivery.Away;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.brake.BrakeRefused;
import org.upprop.monitor.brake.messaging.Braking;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The brakes as a page, on which operators put them on and take them off. */
@Controller
@RequestMapping("/brakes")
class BrakesPage {

    private static final Vocabulary WORDS = Spoken.vocabulary("messages.brakes");

    private final Braking braking;
    private final AppealBook appeals;
    private final MonitorPages pages;

    BrakesPage(Braking braking, AppealBook appeals, MonitorPages pages) {
        this.braking = braking;
        this.appeals = appeals;
        this.pages = pages;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(SignedIn who, HttpServletRequest request) {
        return page(who, request, HttpStatus.OK, null);
    }

    @PostMapping(path = "/on", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> putOn(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String appeal,
            @RequestParam @Nullable Integer level)
            throws InterruptedException {
        BrakeKind asked = kind(kind);
        try {
            braking.putOn(who.holder(), asked, slug(appeal), level);
            return toPage();
        } catch (BrakeRefused refused) {
            String wrong = Reader.of(request)
                    .words(WORDS)
                    .say("refused." + refused.why().code(), asked.lowest(), asked.highest());
            return page(who, request, HttpStatus.UNPROCESSABLE_CONTENT, wrong);
        } catch (Away away) {
            return away(who, request);
        }
    }

    @PostMapping(path = "/off", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> takeOff(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String appeal)
            throws InterruptedException {
        try {
            braking.takeOff(who.holder(), kind(kind), slug(appeal));
            return toPage();
        } catch (Away away) {
            return away(who, request);
        }
    }

    private ResponseEntity<byte[]> away(SignedIn who, HttpServletRequest request) {
        String wrong = Reader.of(request).words(WORDS).say("away");
        return page(who, request, HttpStatus.SERVICE_UNAVAILABLE, wrong);
    }

    private ResponseEntity<byte[]> page(
            SignedIn who, HttpServletRequest request, HttpStatusCode status, @Nullable String wrong) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        return pages.answer(
                status,
                "brakes.jte",
                new BrakesView(
                        pages.frame(reader, words),
                        words,
                        pages.stylesheet(),
                        braking.on(),
                        appeals.all().stream()
                                .map(Appeal::slug)
                                .sorted(Comparator.comparing(AppealSlug::value))
                                .toList(),
                        who.proof(),
                        who.holder().may(Role.OPERATOR),
                        wrong));
    }

    private static BrakeKind kind(String id) {
        return BrakeKind.of(id).orElseThrow(() -> new ErrorResponseException(HttpStatus.BAD_REQUEST));
    }

    /** Nothing was chosen where everything is meant. */
    private static @Nullable AppealSlug slug(String chosen) {
        return chosen.isEmpty() ? null : new AppealSlug(chosen);
    }

    private static ResponseEntity<byte[]> toPage() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/brakes"))
                .build();
    }
}
