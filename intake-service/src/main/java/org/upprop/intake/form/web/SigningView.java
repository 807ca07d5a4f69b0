package org.upprop.intake.form.web;

import org.upprop.page.web.Frame;
import org.upprop.page.web.Page;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * The page of a form that comes back.
 *
 * @param title the appeal's, in its language
 * @param appeal the address of the appeal
 */
public record SigningView(Frame frame, FormView form, String title, Language language, String appeal) implements Page {

    public Words words() {
        return form.words();
    }
}
