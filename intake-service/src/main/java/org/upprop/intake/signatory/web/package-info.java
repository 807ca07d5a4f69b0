/** Names as the list tells them. */
@NullMarked
package org.upprop.intake.signatory.web;

import org.jspecify.annotations.NullMarked;
