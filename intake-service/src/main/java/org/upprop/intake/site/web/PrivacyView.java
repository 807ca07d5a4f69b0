package org.upprop.intake.site.web;

import org.upprop.appeal.Appeal;
import org.upprop.intake.page.web.PageWords;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * What the page about the data shows. Its times are those of the stores: {@code signatures.submitted.v1} and its dead
 * letters, verification's links, mails, reviews and ended submissions.
 *
 * @param language the language of the appeal, and so of the consent
 * @param appealPage where the appeal is
 * @param linksPage where the owner of an address has their links mailed
 */
public record PrivacyView(Frame frame, Appeal appeal, Language language, String appealPage, String linksPage)
        implements Page {

    public static final int MAIL_HOURS = 24;
    public static final int TOPIC_DAYS = 7;
    public static final int REJECTED_DAYS = 7;
    public static final int TAKEN_OFF_DAYS = 30;
    public static final int ENDED_DAYS = 30;

    public long linkDays() {
        return appeal.policy().timeToDecide().toDays();
    }

    /** Whether who has not decided is reminded; the sentence about mails chooses by it. */
    public enum Reminders {
        REMINDED,
        NONE
    }

    /** Nobody is reminded where signatories are at risk. */
    public Reminders reminders() {
        return appeal.policy().atRisk() ? Reminders.NONE : Reminders.REMINDED;
    }

    public Words words() {
        return PageWords.in(frame);
    }

    public String controller() {
        return appeal.controller().name();
    }

    public String title() {
        return appeal.in(language.tag()).title();
    }

    /** What is agreed to; every language of the appeal has its own. */
    public String consent() {
        String original = appeal.consent().text().getOrDefault(appeal.originalLocale(), "");
        return appeal.consent().text().getOrDefault(language.tag(), original);
    }
}
