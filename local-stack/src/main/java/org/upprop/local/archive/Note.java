package org.upprop.local.archive;

import java.net.URI;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jsoup.nodes.Element;

/**
 * What stands above every page of an archive, in the language of the page: when it was made, and where names are taken
 * back.
 *
 * @param file where the open part of the list is as a file, from the page
 */
record Note(Instant archived, URI links, String file) {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    Element in(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "org.upprop.local.archive.words", Locale.forLanguageTag(language), NO_FALLBACK);
        Element note = new Element("aside").addClass("note").attr("aria-label", words.getString("archive"));
        note.appendElement("p")
                .appendElement("strong")
                .text(new MessageFormat(words.getString("archived")).format(new Object[] {day(language)}));
        note.appendElement("p")
                .text(words.getString("take-back") + " ")
                .appendElement("a")
                .attr("href", links.toString())
                .appendElement("bdi")
                .text(links.toString());
        note.appendElement("p").appendElement("a").attr("href", file).text(words.getString("file"));
        return note;
    }

    /** By UTC. English for the world puts the day before the month. */
    private String day(String language) {
        Locale locale = Locale.forLanguageTag(language.equals("en") ? "en-001" : language);
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(locale)
                .format(archived.atOffset(ZoneOffset.UTC));
    }
}
