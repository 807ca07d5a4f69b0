package org.upprop.verification.review;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.access.Remit;
import org.upprop.signature.SignatureId;

/** The signatures that wait for a reviewer, and what a reviewer may want to know beside them. */
public interface ReviewQueue {

    /** Of those behind a place, in their order, the ones that a filter lets through. */
    List<Waiting> after(Waiting.Place place, int limit, Filter filter);

    /** Since when that waits which a reviewer would see of a signature; nothing where nothing waits. */
    Optional<Instant> since(SignatureId signature);

    /** How many wait, counted up to a limit. */
    int size(int limit, Remit remit);

    /** For each organisation the others of its appeal that may be the same, at most a handful. */
    Map<SignatureId, List<Likeness>> like(Collection<SignatureId> signatures);

    /** What is listed under a name that begins so, or with a website on a domain that begins so. */
    List<Listed> listed(String beginning, int limit, Remit remit);

    /** What somebody wants to see of what waits; where something is not said, all of it. */
    record Filter(@Nullable String appeal, @Nullable String mark, Remit remit) {}
}
