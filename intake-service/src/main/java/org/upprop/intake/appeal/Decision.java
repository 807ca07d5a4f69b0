package org.upprop.intake.appeal;

import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealText;

/** What a draft makes of the latest appeal. */
public sealed interface Decision {

    /** Write this; {@code text} only where the texts are new. */
    record Write(Appeal appeal, @Nullable AppealText text) implements Decision {}

    /** Write nothing, and answer this. */
    record Leave(Publication answer) implements Decision {}
}
