package org.upprop.publication.rebuild;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.signature.VerifiedEvent;

/** All that was ever said of entries and is still kept, read once from its beginning. */
public interface VerifiedLog extends AutoCloseable {

    /** What comes next, in the order in which it is to be applied; empty where nothing came for a while. */
    Part read();

    /** Looks where the end is now. */
    void lookForTheEnd();

    /** Whether everything before the end was read that was last looked for. */
    boolean isAtEnd();

    /** How much of it was read. */
    long passed();

    /** How much there is, to the end that was last looked for. */
    long length();

    /** Whether a list was told more than is there: the log was cut, and a list built from it would lack names. */
    boolean isShorterThanReadFor(JdbcClient list);

    /** Remembers beside a list that it was told everything that was read. */
    void rememberIn(JdbcClient list);

    @Override
    void close();

    /** @param unreadable how many records among them cannot be read */
    record Part(List<VerifiedEvent> events, int unreadable) {}

    /** Opens the log at its beginning. */
    @FunctionalInterface
    interface Opener {
        VerifiedLog open();
    }
}
