package org.upprop.verification.funnel;

import java.time.Instant;
import java.util.List;

/**
 * Counts each signature once at each point of its way to the list. Whose entry was removed altogether is counted no more,
 * neither as confirmed nor as listed.
 */
public interface Funnel {

    /** By appeal and step, without those in which nothing came. */
    List<Passed> passed(Span span, Instant now);
}
