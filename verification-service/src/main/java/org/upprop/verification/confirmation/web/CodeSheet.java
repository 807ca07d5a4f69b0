package org.upprop.verification.confirmation.web;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The page that takes the code of a mail.
 *
 * @param wrong what is wrong with what was typed; nothing before anything was
 * @param links where the own links can be had instead
 */
public record CodeSheet(@Nullable String wrong, URI links) {}
