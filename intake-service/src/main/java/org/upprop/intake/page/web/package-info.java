/** What all pages of this service are made of: templates, styles, scripts, words, and the frame around them. */
@NullMarked
package org.upprop.intake.page.web;

import org.jspecify.annotations.NullMarked;
