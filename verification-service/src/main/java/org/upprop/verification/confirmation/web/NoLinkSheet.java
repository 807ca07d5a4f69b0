package org.upprop.verification.confirmation.web;

import java.net.URI;

/**
 * The page of every link that does not work.
 *
 * @param sign where the open appeals are, to sign again
 * @param links where the own links can be had
 */
public record NoLinkSheet(URI sign, URI links) {}
