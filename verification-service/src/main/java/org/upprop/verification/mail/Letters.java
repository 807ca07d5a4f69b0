package org.upprop.verification.mail;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.signature.Signatory;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;
import org.upprop.verification.language.Languages;
import org.upprop.verification.language.ShownLines;
import org.upprop.verification.link.Link;
import org.upprop.verification.link.Token;
import org.upprop.verification.signature.Withheld;

/** Writes letters, in the signatory's language. */
@Component
class Letters {

    private final TemplateEngine html = engine(ContentType.Html, "gg.jte.generated.html");
    private final TemplateEngine text = engine(ContentType.Plain, "gg.jte.generated.text");
    private final PublicUrls urls;
    private final MailProperties properties;

    Letters(PublicUrls urls, MailProperties properties) {
        this.urls = urls;
        this.properties = properties;
    }

    Letter write(TakenMail mail, Signatory signatory, Appeal appeal, Link link) {
        LetterSheet sheet = sheet(mail, signatory, appeal, link);
        return new Letter(
                mail.mailId(),
                properties.from(),
                signatory.email(),
                appeal.policy().atRisk() ? null : appeal.publisher().name(),
                appeal.controller(),
                sheet.language(),
                sheet.subject(),
                render(text, "letter.jte", sheet),
                render(html, "mail/letter.jte", sheet));
    }

    private LetterSheet sheet(TakenMail mail, Signatory signatory, Appeal appeal, Link link) {
        Words words = LetterWords.forSignatory(mail.locale(), appeal);
        String title = appeal.in(words.tag()).title();
        String key = mail.kind().id();
        Appeal.Controller controller = appeal.controller();
        return new LetterSheet(
                words.tag(),
                words.dir(),
                subject(words, key, title, appeal),
                words.say(key + ".lead", title),
                page(mail, link.token()),
                words.say(key + ".action"),
                code(mail, link, words),
                words.say(mail.kind().lists() && appeal.policy().atRisk() ? "held" : key + ".signed-as"),
                shown(
                        mail,
                        Withheld.by(appeal.policy()).takenOf(signatory),
                        Languages.forSignatory(mail.locale(), appeal)),
                reason(mail, words),
                words.say(
                        key + ".note",
                        mail.kind().asks() ? words.moment(link.decidesUntil()) : urls.listPage(appeal.slug())),
                words.say(key + ".why", urls.appealPage(appeal.slug())),
                words.say("controller", controller.name(), controller.postalAddress(), controller.email()));
    }

    /** As with the name of who sends it, a mailbox that others may see says nothing about an appeal whose signatories are at risk. */
    private static String subject(Words words, String key, String title, Appeal appeal) {
        return appeal.policy().atRisk()
                ? words.say(key + ".subject.neutral")
                : words.say(key + ".subject", title.replaceAll("\\p{Cntrl}+", " "));
    }

    /** What is asked for, and a lost link, lead to the decision as long as nobody has made it. */
    private URI page(TakenMail mail, Token token) {
        return mail.released() == null ? urls.verifyPage(token.value()) : urls.managePage(token.value());
    }

    /** The page that takes the code is open just after signing, so no other mail has one. */
    private static List<String> code(TakenMail mail, Link link, Words words) {
        return mail.kind() == MailKind.CONFIRM && link.code() != null
                ? List.of(words.say("code"), link.code().digits())
                : List.of();
    }

    /** Why a reviewer decided so, in their words; nothing where nobody reviewed it, or where none were given. */
    private static List<String> reason(TakenMail mail, Words words) {
        return mail.reason() == null ? List.of() : List.of(words.say("reason"), mail.reason());
    }

    private static List<String> shown(TakenMail mail, Signatory signatory, Words words) {
        return mail.released() == null ? ShownLines.entered(signatory, words) : ShownLines.of(mail.released(), words);
    }

    private static String render(TemplateEngine engine, String template, LetterSheet sheet) {
        StringOutput output = new StringOutput();
        engine.render(template, sheet, output);
        return output.toString();
    }

    private static TemplateEngine engine(ContentType type, String packageName) {
        return TemplateEngine.createPrecompiled(Path.of("."), type, Letters.class.getClassLoader(), packageName);
    }
}
