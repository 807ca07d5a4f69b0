package org.upprop.intake.form.web;

import org.upprop.intake.page.web.Frame;
import org.upprop.site.Language;
import org.upprop.site.Words;

/**
 * The page of a form that comes back.
 *
 * @param title the appeal's, in its language
 * @param appeal the address of the appeal
 */
public record SigningView(Frame frame, FormView form, String title, Language language, String appeal) {

    public Words words() {
        return form.words();
    }
}
