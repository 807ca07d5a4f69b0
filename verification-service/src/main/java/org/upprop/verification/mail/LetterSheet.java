package org.upprop.verification.mail;

import java.net.URI;
import java.util.List;

/**
 * What stands in a letter, as the templates lay it out for text and for HTML.
 *
 * @param reason a heading and the words of a reviewer; empty where there are none
 */
public record LetterSheet(
        String language,
        String direction,
        String subject,
        String lead,
        URI link,
        String action,
        String shownAs,
        List<String> shown,
        List<String> reason,
        String note,
        String why,
        String controller) {}
