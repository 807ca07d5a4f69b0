package org.upprop.page.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * What every page has around its content.
 *
 * @param words what the interface says, and in which language
 * @param title what the browser calls the page
 * @param titleLanguage the language of the title, which may be another than the interface's
 * @param stylesheet its address, which changes with what is in it
 * @param scripts the addresses of what makes the page handier; it works without
 * @param texts the same page in each language of its text, the present one among them
 * @param interfaces the same page with the interface in each further language
 * @param home where all open appeals are
 * @param indexed whether search engines may list the page
 * @param framed whether it stands on another site, where it is no more than its content and its links open beside it
 */
public record Frame(
        Words words,
        String title,
        Language titleLanguage,
        String stylesheet,
        List<String> scripts,
        List<Translation> texts,
        List<Translation> interfaces,
        String home,
        boolean indexed,
        boolean framed) {

    public Frame {
        scripts = List.copyOf(scripts);
        texts = List.copyOf(texts);
        interfaces = List.copyOf(interfaces);
    }

    /** Whether the reader could have the text, or what is around it, in another of its languages. */
    public boolean hasOtherTexts() {
        return texts.stream().anyMatch(text -> text.address() != null);
    }

    /**
     * The page in a language.
     *
     * @param name the language's name in itself
     * @param address where it is; nothing where it is what is being read
     */
    public record Translation(
            Language language, String name, @Nullable String address) {}
}
