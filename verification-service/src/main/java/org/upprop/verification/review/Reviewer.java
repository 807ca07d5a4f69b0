package org.upprop.verification.review;

/**
 * Somebody who proved to be a reviewer.
 *
 * @param name what the record of actions calls them
 */
public record Reviewer(String name) {}
