package org.upprop.publication.list.web;

import java.util.List;
import org.upprop.site.Words;

/**
 * What every page has around its content.
 *
 * @param stylesheet its address, which changes with what is in it
 * @param languages the same page in each language
 */
public record Frame(Words words, String stylesheet, List<Translation> languages) {

    public Frame {
        languages = List.copyOf(languages);
    }

    /** The address of the page in a language. */
    public record Translation(Words words, String address) {}
}
