package org.upprop.verification.review;

import org.upprop.access.Remit;

/**
 * Somebody who proved to be a reviewer.
 *
 * @param name what the record of actions calls them
 * @param remit of which appeals they see and decide anything
 */
public record Reviewer(String name, Remit remit) {

    /** One of all appeals. */
    public Reviewer(String name) {
        this(name, Remit.ALL);
    }
}
