package org.upprop.verification.recovery.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.delivery.Away;
import org.upprop.signature.EmailAddress;
import org.upprop.site.Words;
import org.upprop.text.InvalidValue;
import org.upprop.verification.language.Languages;
import org.upprop.verification.page.Pages;
import org.upprop.verification.recovery.Recovery;

/** "Mail me my links": the page says the same whoever asks, and for which address. */
@Controller
class LinksPage {

    private static final String PAGE = "/links/{slug}";

    private final Recovery recovery;
    private final AppealBook appeals;
    private final Pages pages;

    LinksPage(Recovery recovery, AppealBook appeals, Pages pages) {
        this.recovery = recovery;
        this.appeals = appeals;
        this.pages = pages;
    }

    @GetMapping("/links")
    ResponseEntity<String> choose(@RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        Words words = Languages.forReader(lang, accepted(request));
        List<AppealsSheet.Choice> choices = appeals.all().stream()
                .map(appeal -> new AppealsSheet.Choice(
                        appeal.in(words.tag()).title(), appeal.localeFor(words.tag()), address(appeal, "", words)))
                .toList();
        return pages.page(HttpStatus.OK, "appeals", words, new AppealsSheet(choices));
    }

    @GetMapping(PAGE)
    ResponseEntity<String> form(
            @PathVariable AppealSlug slug, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return page(slug, lang, request, (appeal, words) -> form(HttpStatus.OK, appeal, words, "", false));
    }

    @PostMapping(path = PAGE, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> ask(
            @PathVariable AppealSlug slug,
            @RequestParam(defaultValue = "") String lang,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        return page(
                slug,
                lang,
                request,
                (appeal, words) -> read(email)
                        .map(address -> {
                            recovery.ask(slug, address);
                            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                                    .location(address(appeal, "/asked", words))
                                    .<String>build();
                        })
                        .orElseGet(() -> form(HttpStatus.UNPROCESSABLE_CONTENT, appeal, words, email, true)));
    }

    @GetMapping(PAGE + "/asked")
    ResponseEntity<String> asked(
            @PathVariable AppealSlug slug, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return page(
                slug,
                lang,
                request,
                (appeal, words) -> pages.page(HttpStatus.OK, "asked", words, sheet(appeal, words, "", false)));
    }

    private ResponseEntity<String> form(
            HttpStatus status, Appeal appeal, Words words, String typed, boolean isAddressWrong) {
        return pages.page(status, "links", words, sheet(appeal, words, typed, isAddressWrong));
    }

    private ResponseEntity<String> page(
            AppealSlug slug,
            String lang,
            HttpServletRequest request,
            BiFunction<Appeal, Words, ResponseEntity<String>> page) {
        if (!appeals.isComplete()) {
            throw new Away("The appeals have not been read yet");
        }
        return appeals.find(slug)
                .map(appeal -> page.apply(appeal, Languages.forReader(lang, accepted(request), appeal)))
                .orElseGet(() ->
                        pages.problem(HttpStatus.NOT_FOUND, Languages.forReader(lang, accepted(request)), "page"));
    }

    private static LinksSheet sheet(Appeal appeal, Words words, String typed, boolean isAddressWrong) {
        return new LinksSheet(appeal.in(words.tag()).title(), typed, isAddressWrong);
    }

    private static Optional<EmailAddress> read(String typed) {
        try {
            return Optional.of(new EmailAddress(typed));
        } catch (InvalidValue invalid) {
            return Optional.empty();
        }
    }

    private static URI address(Appeal appeal, String page, Words words) {
        return URI.create("/links/" + appeal.slug() + page + "?lang=" + words.tag());
    }

    private static String accepted(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                .orElse("");
    }
}
