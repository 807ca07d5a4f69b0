package org.upprop.page.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.site.Language;
import org.upprop.site.Words;

/** Makes the frames of pages. */
public class Frames {

    private final Assets assets;
    private final String home;

    /** @param home the address of all open appeals */
    public Frames(Assets assets, String home) {
        this.assets = assets;
        this.home = home;
    }

    /**
     * The frame of one of an appeal's pages. Above stand the languages of the appeal, below those of the interface that
     * the appeal has not.
     *
     * @param page its address below the appeal's, such as {@code /privacy}; empty for the appeal itself
     * @param title the page's name, in the language of the appeal's text where {@code titled} is that
     * @param scripts the assets that the page runs
     */
    public Frame of(
            Appeal appeal,
            Reader reader,
            String page,
            String title,
            Language titled,
            boolean indexed,
            String... scripts) {
        return of(appeal, reader, other -> reader.to(appeal, page, other), title, titled, indexed, scripts);
    }

    /**
     * The same where the page's address says more than which page it is.
     *
     * @param address the same page in another language
     */
    public Frame of(
            Appeal appeal,
            Reader reader,
            Function<Language, String> address,
            String title,
            Language titled,
            boolean indexed,
            String... scripts) {
        Words words = reader.words(Spoken.SITE, appeal);
        Language text = reader.textOf(appeal);
        Set<String> published = appeal.translations().keySet();
        return new Frame(
                words,
                title,
                titled,
                assets.address("page.css"),
                Stream.of(scripts).map(assets::address).toList(),
                translations(published.stream().map(Language::new), isAllIn(text, words) ? text : null, address),
                translations(
                        Spoken.SITE.all().stream().map(Words::language).filter(own -> !published.contains(own.tag())),
                        words.language(),
                        address),
                home,
                indexed,
                reader.framed());
    }

    /** The frame of one of an appeal's pages that another language would lose. */
    public Frame inThisLanguage(Appeal appeal, Reader reader, String title) {
        Words words = reader.words(Spoken.SITE, appeal);
        return new Frame(
                words,
                title,
                words.language(),
                assets.address("page.css"),
                List.of(),
                List.of(),
                List.of(),
                home,
                false,
                reader.framed());
    }

    /** The frame of a page that belongs to no appeal. */
    public Frame of(Reader reader, String title, boolean indexed) {
        return of(reader, other -> "?lang=" + other.tag(), title, indexed);
    }

    /** The same where the page's address says more than its language. */
    public Frame of(Reader reader, Function<Language, String> address, String title, boolean indexed) {
        Words words = reader.words(Spoken.SITE);
        return new Frame(
                words,
                title,
                words.language(),
                assets.address("page.css"),
                List.of(),
                List.of(),
                translations(Spoken.SITE.all().stream().map(Words::language), words.language(), address),
                home,
                indexed,
                reader.framed());
    }

    /** Whether a reader of the text could have the interface in no better language; otherwise its link leads there. */
    private static boolean isAllIn(Language text, Words words) {
        return text.equals(words.language())
                || Spoken.SITE.all().stream().map(Words::language).noneMatch(text::equals);
    }

    private static List<Frame.Translation> translations(
            Stream<Language> languages, @Nullable Language present, Function<Language, String> address) {
        return languages
                .map(language -> new Frame.Translation(
                        language, language.ownName(), language.equals(present) ? null : address.apply(language)))
                .sorted(Comparator.comparing(Frame.Translation::name, String::compareToIgnoreCase))
                .toList();
    }
}
