package org.upprop.publication.list;

import java.time.Instant;
import java.util.UUID;
import org.upprop.signature.OrganisationType;

/**
 * A place in a list from which to read on: organisations stand first, by type, beside those that are part of the same,
 * by name; then individuals, the newest first. It is told by what stands before it, so names that come or go meanwhile
 * neither repeat nor skip any other.
 */
public sealed interface ListPlace {

    /** Before everybody. */
    ListPlace START = new AfterOrganisation(OrganisationType.TRADE_UNION, "", "", new UUID(0, 0));

    /** Before every individual, and after every organisation. */
    AfterIndividual FIRST_INDIVIDUAL = new AfterIndividual(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    /** @param group the organisation that it is part of, or itself */
    record AfterOrganisation(OrganisationType type, String group, String name, UUID id) implements ListPlace {}

    record AfterIndividual(Instant listedAt, UUID id) implements ListPlace {}
}
