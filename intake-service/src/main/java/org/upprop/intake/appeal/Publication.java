package org.upprop.intake.appeal;

import java.util.List;
import org.upprop.appeal.Appeal;
import org.upprop.intake.input.InputError;

/** What came of publishing an appeal. */
public sealed interface Publication {

    record Created(Appeal appeal) implements Publication {}

    record Changed(Appeal appeal) implements Publication {}

    /** The draft says nothing new, so nothing was written. */
    record Unchanged(Appeal appeal) implements Publication {}

    /** The appeal is not the one that the organiser saw, or somebody else was first. */
    record Overtaken() implements Publication {}

    /** The draft cannot follow the appeal as it stands. */
    record Refused(List<InputError> errors) implements Publication {}

    /** The broker did not acknowledge it in time; it may be published all the same, and publishing again is harmless. */
    record Unavailable() implements Publication {}
}
