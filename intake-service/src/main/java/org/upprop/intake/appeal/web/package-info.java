/** Appeals over HTTP. */
@NullMarked
package org.upprop.intake.appeal.web;

import org.jspecify.annotations.NullMarked;
