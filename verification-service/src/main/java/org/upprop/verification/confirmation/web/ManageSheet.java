package org.upprop.verification.confirmation.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody sees the own signature, changes it, gets everything that is kept of it, and takes it back.
 * Sent as they are, its forms change nothing: what they hold is what stands, and the box for taking it back is not ticked.
 *
 * @param isHeld whether the list shows it only together with others, some time after it counts
 * @param shown how it stands
 * @param proposed how it is to stand when a reviewer has agreed; nothing where none is asked
 * @param comment what was written beside the name; nothing where nothing was, or none of it can be shown any more
 * @param choices in which ways it can be shown; none where there is but one
 * @param isWiderReviewed whether a reviewer is asked before it is shown with more than now
 * @param fields what can be corrected; none where nothing can be changed any more
 * @param seen what the forms say that they were filled in on
 * @param data where everything that is kept can be got
 * @param notice what became of what was done before, as the end of the name of its sentence
 */
public record ManageSheet(
        AppealSheet appeal,
        String status,
        boolean isHeld,
        List<String> shown,
        List<String> proposed,
        @Nullable CommentSheet comment,
        List<ChoiceSheet> choices,
        boolean isWiderReviewed,
        List<FieldSheet> fields,
        String seen,
        URI data,
        @Nullable String notice,
        boolean isTickMissing) {

    /** The name of the first sentence. */
    public String lead() {
        return "manage.lead." + status + (isHeld ? ".held" : "");
    }

    /** Whether it can only be looked at and deleted. */
    public boolean isTurnedAway() {
        return fields.isEmpty();
    }

    /** What is wrong, field by field. */
    public List<FieldSheet> mistakes() {
        return fields.stream().filter(field -> field.wrong() != null).toList();
    }

    /** The end of the name of each sentence about taking it back. */
    public String end() {
        return isTurnedAway() ? "delete" : "withdraw";
    }
}
