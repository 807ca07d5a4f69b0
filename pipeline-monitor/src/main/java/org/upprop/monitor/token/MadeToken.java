package org.upprop.monitor.token;

import org.upprop.access.BearerToken;
import org.upprop.access.Grant;

/**
 * A token that was just made.
 *
 * @param token itself, which after this nobody can tell any more
 */
public record MadeToken(Grant grant, BearerToken token) {}
