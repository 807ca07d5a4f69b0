package org.upprop.intake.count;

import java.util.Optional;
import org.upprop.appeal.AppealSlug;
import org.upprop.count.PublicCount;

/**
 * How many have signed each appeal, as this instance has heard. Nothing waits for it and nothing depends on it: an
 * appeal is shown and signed without its count.
 */
public interface Counts {

    /**
     * The latest count that was heard of, which says itself when it was true; nothing where nobody has signed yet or
     * nothing was heard. Its total is null where it is kept back.
     */
    Optional<PublicCount> find(AppealSlug slug);
}
