package org.upprop.intake.site.web;

import gg.jte.Content;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.count.PublicCount;
import org.upprop.intake.appeal.AppealState;
import org.upprop.intake.page.web.PageWords;
import org.upprop.intake.signatory.FirstSignatory;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * What the page of an appeal shows.
 *
 * @param language what the appeal's text is in, which may be another than the interface's
 * @param body the text as HTML
 * @param source the site that led here
 * @param count how many have signed, as far as anybody knows
 * @param form what stands in the place of the form; nothing where nobody can sign
 */
public record AppealView(
        Frame frame,
        Appeal appeal,
        Language language,
        String body,
        AppealState state,
        Appeal.@Nullable Source source,
        @Nullable PublicCount count,
        List<FirstSignatory> first,
        Links links,
        @Nullable Content form)
        implements Page {

    public AppealView {
        first = List.copyOf(first);
    }

    @Override
    public Optional<String> head() {
        return Optional.of("appealHead.jte");
    }

    public Words words() {
        return PageWords.in(frame);
    }

    public Appeal.Translation text() {
        return appeal.in(language.tag());
    }

    /** Whether somebody may be endangered who is seen to pass the appeal on. */
    public boolean isAtRisk() {
        return appeal.policy().atRisk();
    }

    public @Nullable Long total() {
        return count == null ? null : count.total();
    }

    /** The goal, where there is a number to compare with it. */
    public @Nullable Integer goal() {
        return total() == null ? null : appeal.goal();
    }

    /** The language that the appeal was written in. */
    public Language original() {
        return new Language(appeal.originalLocale());
    }

    /** The languages of the appeal, the original first. */
    public List<Language> translations() {
        return Stream.concat(
                        Stream.of(appeal.originalLocale()),
                        appeal.translations().keySet().stream().sorted())
                .distinct()
                .map(Language::new)
                .toList();
    }

    String contentLanguages() {
        return String.join(", ", new LinkedHashSet<>(List.of(language.tag(), words().tag())));
    }
}
