package org.upprop.intake.form;

import java.util.List;

/** The names of the fields that travel with a form and that nobody sees. */
public final class Hidden {

    /** The version of the appeal that the signatory saw. */
    public static final String APPEAL_VERSION = "appealVersion";

    /** The site that the signature came through. */
    public static final String SOURCE = "source";

    /** The language of the page, and so of the mail. */
    public static final String LANGUAGE = "lang";

    /** What makes a second press of the button have no further effect. */
    public static final String KEY = "key";

    /** When the form was first shown, in milliseconds since 1970. */
    public static final String OPENED = "opened";

    /** The answer to a challenge. */
    public static final String PASS = "pass";

    /** Whether the signatory has said that an unusual domain is right: that domain. */
    public static final String RIGHT_DOMAIN = "rightDomain";

    /** What a person leaves empty, because it is out of sight, and a program that fills in everything does not. */
    public static final String TRAP = "subject";

    /** All of them. */
    public static final List<String> NAMES =
            List.of(APPEAL_VERSION, SOURCE, LANGUAGE, KEY, OPENED, PASS, RIGHT_DOMAIN, TRAP);

    private Hidden() {}
}
