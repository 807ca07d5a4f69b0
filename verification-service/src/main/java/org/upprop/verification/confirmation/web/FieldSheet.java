package org.upprop.verification.confirmation.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param options what can be chosen; none where something is typed
 * @param none what stands for no choice
 * @param hint what helps to fill it in, if anything does
 * @param wrong what is wrong with what was typed; nothing where nothing is
 * @param summary the same as it stands among others, far from the field
 */
public record FieldSheet(
        String id,
        String label,
        boolean isOptional,
        String value,
        String autocomplete,
        List<Option> options,
        String none,
        @Nullable String hint,
        @Nullable String wrong,
        @Nullable String summary) {

    /** The ids of what explains it to those who do not see it. */
    public @Nullable String explainedBy() {
        String ids = (hint == null ? "" : id + "-hint ") + (wrong == null ? "" : id + "-wrong");
        return ids.isEmpty() ? null : ids.strip();
    }
}
