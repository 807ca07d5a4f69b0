package org.upprop.verification.mail;

/** Hands letters to a mail server. */
public interface Post {

    Delivery send(Letter letter);

    /** What came of it. */
    sealed interface Delivery {

        /** The mail server has taken it. */
        record Taken() implements Delivery {}

        /** The recipient does not exist there. */
        record NoSuchRecipient() implements Delivery {}

        /** This one failed; the next may pass. */
        record Failed() implements Delivery {}

        /** The mail server does not answer, so nothing would pass. */
        record ServerAway() implements Delivery {}
    }
}
