/** The pages that readers visit: the open appeals, an appeal, what becomes of the data, and how to pass it on. */
@NullMarked
package org.upprop.intake.site.web;

import org.jspecify.annotations.NullMarked;
