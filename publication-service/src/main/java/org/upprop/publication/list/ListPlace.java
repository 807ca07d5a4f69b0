package org.upprop.publication.list;

import java.time.Instant;
import java.util.UUID;

/**
 * A place in a list from which to read on: organisations stand first, by name, then individuals, the newest first. It
 * is told by what stands before it, so names that come or go meanwhile neither repeat nor skip any other.
 */
public sealed interface ListPlace {

    /** Before everybody. */
    ListPlace START = new AfterOrganisation("", new UUID(0, 0));

    /** Before every individual, and after every organisation. */
    AfterIndividual FIRST_INDIVIDUAL = new AfterIndividual(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    record AfterOrganisation(String name, UUID id) implements ListPlace {}

    record AfterIndividual(Instant listedAt, UUID id) implements ListPlace {}
}
