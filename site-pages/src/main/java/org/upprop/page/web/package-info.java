/** What all pages of the public site are made of: templates, styles, scripts, words, and the frame around them. */
@NullMarked
package org.upprop.page.web;

import org.jspecify.annotations.NullMarked;
