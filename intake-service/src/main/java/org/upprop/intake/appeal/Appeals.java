package org.upprop.intake.appeal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;

/** All appeals, as this instance has read them, and the only way to change one. */
public interface Appeals {

    /** Whether this instance has read them all; until then one that is missing may only be unread. */
    boolean areRead();

    Optional<Appeal> find(AppealSlug slug);

    List<Appeal> all();

    /** The texts of one version. */
    Optional<AppealText> text(AppealSlug slug, int version);

    /** Does what {@code decision} makes of the latest appeal of all instances, so that nobody else comes between. */
    Publication publish(AppealSlug slug, Function<Optional<Appeal>, Decision> decision);
}
