/** When a signatory's mail may be expected. */
@NullMarked
package org.upprop.intake.mail;

import org.jspecify.annotations.NullMarked;
