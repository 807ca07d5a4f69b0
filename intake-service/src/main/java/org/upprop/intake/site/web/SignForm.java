package org.upprop.intake.site.web;

import gg.jte.Content;
import org.upprop.appeal.Appeal;
import org.upprop.intake.page.web.Reader;

/** The form below an open appeal. */
public interface SignForm {

    /** The form as it is before anything was typed. */
    Content blank(Appeal appeal, Reader reader);
}
