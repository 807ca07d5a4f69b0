package org.upprop.verification.confirmation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.verification.confirmation.Linked;
import org.upprop.verification.confirmation.MailsAgain;
import org.upprop.verification.language.Languages;
import org.upprop.verification.link.Token;
import org.upprop.verification.page.Pages;

/** Whoever said that a signature was not theirs wants to sign after all, and ticks a box, which no mail scanner does. */
@Controller
class AgainPage {

    private final MailsAgain mails;
    private final Sheets sheets;
    private final Pages pages;
    private final AppealBook appeals;
    private final PublicUrls urls;

    AgainPage(MailsAgain mails, Sheets sheets, Pages pages, AppealBook appeals, PublicUrls urls) {
        this.mails = mails;
        this.sheets = sheets;
        this.pages = pages;
        this.appeals = appeals;
        this.urls = urls;
    }

    @PostMapping(path = "/verify/{token}/again", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> nothingTicked(@PathVariable Token token, @RequestParam(defaultValue = "") String lang) {
        return seeOther("/verify/" + token.value() + "?lang="
                + Languages.forReader(lang).tag());
    }

    @PostMapping(
            path = "/verify/{token}/again",
            params = "again=yes",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> again(
            @PathVariable Token token, @RequestParam(defaultValue = "") String lang, HttpServletRequest request) {
        return mails.ask(token)
                .map(disowned -> seeOther("/verify/again/" + disowned.appeal() + query(disowned, lang)))
                .orElseGet(() -> sheets.noSuchLink(request, lang));
    }

    @GetMapping("/verify/again/{slug}")
    ResponseEntity<String> done(
            @PathVariable AppealSlug slug,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String lang) {
        return appeals.find(slug)
                .map(appeal -> {
                    Words words = Languages.forReader(lang, null, appeal);
                    return pages.page(HttpStatus.OK, "again", words, AppealSheet.of(appeal, source, words, urls));
                })
                .orElseGet(() -> pages.problem(HttpStatus.NOT_FOUND, Languages.forReader(lang), "page"));
    }

    private String query(Linked signature, String lang) {
        return AppealSheet.query(appeals.get(signature.appeal()), signature.source(), sheets.words(signature, lang));
    }

    private static ResponseEntity<String> seeOther(String page) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }
}
