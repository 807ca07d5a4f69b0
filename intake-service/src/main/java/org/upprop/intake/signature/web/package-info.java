/** Signatures over HTTP. */
@NullMarked
package org.upprop.intake.signature.web;

import org.jspecify.annotations.NullMarked;
