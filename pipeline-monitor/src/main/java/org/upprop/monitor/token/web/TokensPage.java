package org.upprop.monitor.token.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
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
import org.upprop.access.Grant;
import org.upprop.access.Role;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.delivery.Away;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.token.MadeToken;
import org.upprop.monitor.token.TokenRefused;
import org.upprop.monitor.token.TokenWish;
import org.upprop.monitor.token.messaging.Tokens;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/** The tokens as a page, on which operators make and revoke them. */
@Controller
@RequestMapping("/tokens")
class TokensPage {

    static final Vocabulary WORDS = Spoken.vocabulary("messages.tokens");

    private final Tokens tokens;
    private final AppealBook appeals;
    private final InstantSource clock;
    private final MonitorPages pages;

    TokensPage(Tokens tokens, AppealBook appeals, InstantSource clock, MonitorPages pages) {
        this.tokens = tokens;
        this.appeals = appeals;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(SignedIn who, HttpServletRequest request) {
        return page(who, request, HttpStatus.OK, null, null);
    }

    /** Answers with the page itself, since another one could not show the token any more. */
    @PostMapping(path = "/make", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> make(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam @Nullable List<String> appeal,
            @RequestParam @Nullable Integer days)
            throws InterruptedException {
        TokenWish wish = new TokenWish(role, holder.strip(), appeal, days == null ? null : in(days));
        try {
            return page(who, request, HttpStatus.CREATED, tokens.make(who.holder(), wish), null);
        } catch (TokenRefused refused) {
            String wrong = Reader.of(request)
                    .words(WORDS)
                    .say("refused." + refused.why().code(), Tokens.MOST, TokensView.mostDays());
            return page(who, request, HttpStatus.UNPROCESSABLE_CONTENT, null, wrong);
        } catch (Away away) {
            return away(who, request);
        }
    }

    /** To revoke what is revoked changes nothing. */
    @PostMapping(path = "/revoke", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> revoke(SignedIn who, HttpServletRequest request, @RequestParam String id)
            throws InterruptedException {
        try {
            tokens.revoke(who.holder(), id);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/tokens"))
                    .build();
        } catch (Away away) {
            return away(who, request);
        }
    }

    private ResponseEntity<byte[]> away(SignedIn who, HttpServletRequest request) {
        String wrong = Reader.of(request).words(WORDS).say("away");
        return page(who, request, HttpStatus.SERVICE_UNAVAILABLE, null, wrong);
    }

    private ResponseEntity<byte[]> page(
            SignedIn who,
            HttpServletRequest request,
            HttpStatusCode status,
            @Nullable MadeToken made,
            @Nullable String wrong) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        List<Grant> given = tokens.all();
        Instant now = clock.instant();
        return pages.answer(
                status,
                "tokens.jte",
                new TokensView(
                        pages.frame(reader, words),
                        words,
                        pages.stylesheet(),
                        given,
                        given.stream()
                                .filter(grant -> grant.hasEnded(now))
                                .map(Grant::id)
                                .toList(),
                        appeals.all().stream()
                                .map(Appeal::slug)
                                .sorted(Comparator.comparing(AppealSlug::value))
                                .toList(),
                        who.proof(),
                        who.holder().may(Role.OPERATOR),
                        made,
                        wrong));
    }

    private Instant in(int days) {
        return clock.instant().plus(Duration.ofDays(days));
    }
}
