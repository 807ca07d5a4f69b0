/** What the pages of this service have in common beside what all pages of the site have. */
@NullMarked
package org.upprop.intake.page.web;

import org.jspecify.annotations.NullMarked;
