package org.upprop.intake.site.web;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.page.web.Reader;

/** The form below an open appeal. */
public interface SignForm {

    /**
     * The form as it is before anything was typed.
     *
     * @param as {@code organisation} where the form is to be one's, as the address asks; a person's otherwise
     */
    Content blank(Appeal appeal, Reader reader, @Nullable String as);
}
