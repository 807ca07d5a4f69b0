/** Pictures over HTTP. */
@NullMarked
package org.upprop.intake.picture.web;

import org.jspecify.annotations.NullMarked;
