package org.upprop.intake.embed.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.appeal.Appeal;
import org.upprop.intake.appeal.AppealStates;
import org.upprop.intake.count.Counts;
import org.upprop.intake.form.web.FormParts;
import org.upprop.intake.form.web.Forms;
import org.upprop.intake.form.web.SenderProperties;
import org.upprop.intake.mail.MailExpectation;
import org.upprop.intake.page.web.PageWords;
import org.upprop.intake.site.web.Links;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Reader;
import org.upprop.site.Language;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** The form and the count for the script on a page of another site. */
@RestController
@RequestMapping(path = "/api/v1/appeals/{slug}/embed", produces = MediaType.APPLICATION_JSON_VALUE)
class EmbedApi {

    private static final Duration FORM_AGE = Duration.ofMinutes(1);
    private static final Duration COUNT_AGE = Duration.ofSeconds(15);

    private final Counts counts;
    private final MailExpectation mails;
    private final Assets assets;
    private final PublicUrls urls;
    private final AppealStates states;
    private final SenderProperties sender;

    EmbedApi(
            Counts counts,
            MailExpectation mails,
            Assets assets,
            PublicUrls urls,
            AppealStates states,
            SenderProperties sender) {
        this.counts = counts;
        this.mails = mails;
        this.assets = assets;
        this.urls = urls;
        this.states = states;
        this.sender = sender;
    }

    @GetMapping
    ResponseEntity<EmbeddedForm> form(Appeal appeal, HttpServletRequest request) {
        return answer(FORM_AGE, form(appeal, Reader.of(request)));
    }

    @GetMapping("/count")
    ResponseEntity<ShownCount> count(Appeal appeal, HttpServletRequest request) {
        return answer(COUNT_AGE, count(appeal, Reader.of(request)));
    }

    private static <B> ResponseEntity<B> answer(Duration age, B body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(age).cachePublic())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(body);
    }

    private ShownCount count(Appeal appeal, Reader reader) {
        return ShownCount.of(appeal, counts.find(appeal.slug()), reader.words(EmbedWords.WORDS, appeal));
    }

    private EmbeddedForm form(Appeal appeal, Reader reader) {
        Words words = reader.words(Forms.WORDS, appeal);
        Language text = reader.textOf(appeal);
        Links links = new Links(appeal, reader, urls);
        return new EmbeddedForm(
                appeal.slug().value(),
                appeal.version(),
                reader.sourceOf(appeal).map(Appeal.Source::id).orElse(null),
                words.tag(),
                words.dir(),
                Forms.languageOf(appeal, reader, words),
                EmbeddedForm.Text.of(text, appeal.in(text.tag()).title()),
                Notices.of(states.of(appeal), reader.words(PageWords.WORDS, appeal)),
                count(appeal, reader),
                EmbeddedForm.AskedConsent.of(
                        appeal,
                        text,
                        "%s (%s)"
                                .formatted(
                                        words.say("consent"),
                                        words.say(
                                                "consent.version",
                                                appeal.consent().version()))),
                FormParts.kinds(words),
                FormParts.fields(appeal, words),
                new EmbeddedForm.Links(
                        links.whole(""),
                        links.list(),
                        links.whole("/privacy"),
                        urls.codePages().toString(),
                        links.toOwn(),
                        links.at(assets.address("embed.css")),
                        links.at(assets.address("proof.js"))),
                List.of(
                        words.say("promise.published", appeal.publisher().name()),
                        words.say("promise.address"),
                        words.say("promise.back")),
                sender.from(),
                List.of(words.say("received.spam"), words.say("received.wait")),
                words(appeal, words, reader.words(EmbedWords.WORDS, appeal), reader.words(PageWords.WORDS, appeal)));
    }

    private Map<String, String> words(Appeal appeal, Words form, Words embed, Words page) {
        String publisher = appeal.publisher().name();
        return Map.ofEntries(
                Map.entry("by", embed.say("by", publisher)),
                Map.entry("goal", page.say("goal.label")),
                Map.entry("list", page.say("who-signed")),
                Map.entry("read", embed.say("read")),
                Map.entry("who", form.say("who")),
                Map.entry("more", form.say("more")),
                Map.entry("sign", form.say("sign")),
                Map.entry("privacy", form.say("privacy")),
                Map.entry("sending", embed.say("sending")),
                Map.entry("errors", embed.say("errors")),
                Map.entry("wrong", form.say("wrong.other")),
                Map.entry("error", form.say("wrong")),
                Map.entry("held", form.say("held.why")),
                Map.entry("working", embed.say("working")),
                Map.entry("closed", embed.say("closed")),
                Map.entry("later", form.say("notice.unavailable.text")),
                Map.entry("unreachable", embed.say("unreachable")),
                Map.entry("doubt", form.say("doubt.text")),
                Map.entry("meant", form.say("doubt.meant")),
                Map.entry("use", form.say("doubt.use")),
                Map.entry("keep", form.say("doubt.keep")),
                Map.entry("received", form.say("received.title")),
                Map.entry("mailed", form.say("received.mail")),
                Map.entry("step", form.say("received.step")),
                Map.entry(
                        "when",
                        mails.minutes()
                                .map(minutes -> form.say("received.when", minutes))
                                .orElseGet(() -> form.say("received.soon"))),
                Map.entry("code", form.say("received.code")),
                Map.entry("why", form.say("received.code.why")),
                Map.entry("missing", form.say("received.missing")),
                Map.entry("from", form.say("received.from", publisher)),
                Map.entry("mistaken", form.say("received.wrong")),
                Map.entry("change", form.say("received.change")),
                Map.entry("own", form.say("received.links")));
    }
}
