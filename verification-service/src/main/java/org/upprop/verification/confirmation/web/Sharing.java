package org.upprop.verification.confirmation.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;
import org.upprop.appeal.Appeal;
import org.upprop.site.Words;

/** Links by which an appeal is passed on. They lead to the services themselves and carry nothing but the appeal. */
final class Sharing {

    private Sharing() {}

    static List<Option> links(Appeal appeal, AppealSheet sheet, Words words) {
        Appeal.Translation text = appeal.in(words.tag());
        String page = sheet.page().toString();
        String message = encoded(text.title() + "\n" + page);
        return List.of(
                new Option(page.replaceFirst("(?=\\?|$)", "/mastodon"), "Mastodon"),
                new Option("https://wa.me/?text=" + message, "WhatsApp"),
                new Option(
                        "https://t.me/share/url?url=" + encoded(page) + "&text=" + encoded(text.title()), "Telegram"),
                new Option(
                        "mailto:?subject=" + encoded(text.title()) + "&body="
                                + encoded(text.summary() + "\n\n" + page + "\n"),
                        words.say("thanks.share.mail")));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
