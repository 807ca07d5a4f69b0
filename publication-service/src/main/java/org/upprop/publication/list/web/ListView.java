package org.upprop.publication.list.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * What the page of a list shows.
 *
 * @param stylesheet the address of what only lists look like
 * @param script the address of what keeps the page as the list is; it works without
 * @param heading the appeal's title, if the appeal has been read
 * @param events where the count is told as it changes
 * @param open whether the appeal takes signatures now
 * @param closedAt when it took its last one; nothing while it may take another
 * @param first where the list begins, if this is not there
 * @param next where the list goes on, if it does
 * @param searchedInPart whether more may be found there, which was not looked through yet
 * @param report the same names with where each is reported, if this is not that
 * @param asOf everybody stands there who was due before then; nothing while that is not known
 * @param inQueue how many decided signatures are due and not shown yet; nothing while that is not known, or kept back
 */
public record ListView(
        Frame frame,
        Words words,
        String stylesheet,
        String script,
        @Nullable Heading heading,
        ShownCount count,
        @Nullable Integer goal,
        String events,
        boolean open,
        @Nullable Instant closedAt,
        URI appealPage,
        FindView find,
        FiguresView figures,
        List<TypeView> organisations,
        List<NameView> individuals,
        @Nullable String first,
        @Nullable String next,
        boolean searchedInPart,
        @Nullable String report,
        @Nullable Instant asOf,
        @Nullable Long inQueue)
        implements Page {

    public ListView {
        organisations = List.copyOf(organisations);
        individuals = List.copyOf(individuals);
    }

    @Override
    public Optional<String> head() {
        return Optional.of("listHead.jte");
    }

    public boolean isEmpty() {
        return organisations.isEmpty() && individuals.isEmpty();
    }

    /** What an empty page says. */
    public String emptiness() {
        if (searchedInPart) {
            return "found.part";
        }
        return find.everybody() != null ? "empty.found" : first == null ? "empty" : "empty.further";
    }

    /** A title and the language that it is in, which may be another than the page's. */
    public record Heading(String title, Language language) {}
}
