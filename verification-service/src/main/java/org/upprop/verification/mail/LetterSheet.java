package org.upprop.verification.mail;

import java.net.URI;
import java.util.List;

/** What stands in a letter, as the templates lay it out for text and for HTML. */
public record LetterSheet(
        String language,
        String subject,
        String lead,
        URI link,
        String action,
        String shownAs,
        List<String> shown,
        String note,
        String why,
        String controller) {}
