package org.upprop.verification.mail;

/** Hands letters to a mail server. What it answers is all that is known of them. */
public interface Post {

    Delivery send(Letter letter);

    /** What came of it. */
    sealed interface Delivery {

        /** The mail server has taken it. */
        record Taken() implements Delivery {}

        /** The server said that the recipient does not exist there. */
        record NoSuchRecipient() implements Delivery {}

        /** This one failed; the next may pass. */
        record Failed() implements Delivery {}

        /** The server does not take this mail, and did not say that this is about the recipient; it may take none. */
        record Refused() implements Delivery {}

        /** The server refuses one mail after the other, so that none of them is to blame. */
        record TakesNone() implements Delivery {}

        /** The mail server had all of it and did not say whether it took it; it may come twice. */
        record Unanswered() implements Delivery {}

        /** The mail server does not answer, so nothing would pass; it has not taken this one. */
        record ServerAway() implements Delivery {}
    }
}
