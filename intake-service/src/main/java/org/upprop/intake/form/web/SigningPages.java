package org.upprop.intake.form.web;

import gg.jte.Content;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.intake.form.FormField;
import org.upprop.intake.form.Hidden;
import org.upprop.intake.form.MaskedAddress;
import org.upprop.intake.form.Press;
import org.upprop.intake.form.SentForm;
import org.upprop.intake.mail.MailExpectation;
import org.upprop.intake.site.web.Links;
import org.upprop.intake.site.web.SignForm;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Frames;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Templates;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.site.Language;
import org.upprop.site.PublicUrls;
import org.upprop.site.Words;

/** Renders what stands between the form and the mail. */
@Component
class SigningPages implements SignForm {

    private final Forms forms;
    private final Frames frames;
    private final Templates templates;
    private final PublicUrls urls;
    private final MailExpectation mails;
    private final SenderProperties sender;

    SigningPages(
            Forms forms,
            Frames frames,
            Templates templates,
            PublicUrls urls,
            MailExpectation mails,
            SenderProperties sender) {
        this.forms = forms;
        this.frames = frames;
        this.templates = templates;
        this.urls = urls;
        this.mails = mails;
        this.sender = sender;
    }

    @Override
    public Content blank(Appeal appeal, Reader reader, @Nullable String as) {
        return templates.part("signForm.jte", forms.blank(appeal, reader, as));
    }

    /** The form with everything that was typed. */
    byte[] form(
            Appeal appeal,
            Reader reader,
            SentForm form,
            Complaints complaints,
            @Nullable Task task,
            @Nullable Notice notice) {
        Words words = reader.words(Forms.WORDS, appeal);
        Language text = reader.textOf(appeal);
        String title = appeal.in(text.tag()).title();
        Frame frame = frame(appeal, reader, words.say(complaints.isEmpty() ? "title" : "title.wrong", title));
        return templates.page(
                "signing.jte",
                new SigningView(
                        frame,
                        forms.filled(appeal, reader, form, complaints, task, notice),
                        title,
                        text,
                        reader.to(appeal, "")));
    }

    /** The question whether the address is right. */
    byte[] doubt(Appeal appeal, Reader reader, SentForm form, String meant) {
        Words words = reader.words(Forms.WORDS, appeal);
        return templates.page(
                "doubt.jte",
                new DoubtView(
                        frame(appeal, reader, words.say("doubt.title")),
                        words,
                        reader.toForm(appeal),
                        everythingIn(form),
                        form.text(FormField.EMAIL).strip(),
                        meant,
                        forms.stylesheet()));
    }

    /** What is still to do. */
    byte[] received(Appeal appeal, Reader reader, SentForm form, SignatureId signature) {
        Words words = reader.words(Forms.WORDS, appeal);
        Language text = reader.textOf(appeal);
        Links links = new Links(appeal, reader, urls);
        boolean organisation = form.kind() == SignatoryKind.ORGANISATION;
        return templates.page(
                "received.jte",
                new ReceivedView(
                        frame(appeal, reader, words.say("received.title")),
                        words,
                        new MaskedAddress(form.text(FormField.EMAIL).strip()).toString(),
                        mails.minutes().orElse(null),
                        appeal.publisher().name(),
                        sender.from(),
                        urls.codePage(signature) + "?lang=" + words.tag(),
                        reader.toForm(appeal),
                        everythingIn(form),
                        organisation,
                        links.list(),
                        links.toOwn(),
                        forms.addressFor(
                                organisation ? SignatoryKind.INDIVIDUAL : SignatoryKind.ORGANISATION, appeal, reader),
                        reader.to(appeal, ""),
                        appeal.in(text.tag()).title(),
                        text,
                        forms.stylesheet()));
    }

    /** Another language would lose what was typed, so none is offered here. */
    private Frame frame(Appeal appeal, Reader reader, String title) {
        return frames.inThisLanguage(appeal, reader, title);
    }

    private static Map<String, String> everythingIn(SentForm form) {
        Map<String, String> everything = new HashMap<>(form.fields());
        everything.keySet().retainAll(FormField.ids());
        Hidden.NAMES.forEach(name -> everything.put(name, form.text(name)));
        everything.remove(Press.NAME);
        return everything;
    }
}
