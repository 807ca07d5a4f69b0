package org.upprop.publication.list.web;

import java.util.List;

/** The organisations of one type, as the page shows them. */
public record TypeView(String title, List<NameView> names) {

    public TypeView {
        names = List.copyOf(names);
    }
}
