package org.upprop.verification.mail;

import java.net.URI;
import java.util.List;

/**
 * What stands in a letter, as the templates lay it out for text and for HTML.
 *
 * @param code what can be typed instead of opening the link, under a line that says so; empty where there is none
 * @param reason a heading and the words of a reviewer; empty where there are none
 */
public record LetterSheet(
        String language,
        String direction,
        String subject,
        String lead,
        URI link,
        String action,
        List<String> code,
        String shownAs,
        List<String> shown,
        List<String> reason,
        String note,
        String why,
        String controller) {}
