package org.upprop.publication.list.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * What the page of a list shows.
 *
 * @param heading the appeal's title, if the appeal has been read
 * @param open whether the appeal takes signatures now
 * @param first where the list begins, if this is not there
 * @param next where the list goes on, if it does
 * @param asOf the list was like this then; nothing where nobody was ever on it
 */
public record ListView(
        Frame frame,
        @Nullable Heading heading,
        ShownCount count,
        @Nullable Integer goal,
        boolean open,
        URI appealPage,
        List<NameView> organisations,
        List<NameView> individuals,
        @Nullable String first,
        @Nullable String next,
        @Nullable Instant asOf) {

    public ListView {
        organisations = List.copyOf(organisations);
        individuals = List.copyOf(individuals);
    }

    public Words words() {
        return frame.words();
    }

    public boolean isEmpty() {
        return organisations.isEmpty() && individuals.isEmpty();
    }

    /** A title and the language that it is in, which may be another than the page's. */
    public record Heading(String title, String tag) {

        public String dir() {
            return new Language(tag).dir();
        }
    }
}
