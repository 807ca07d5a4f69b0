/** Taking a signature: what was typed becomes a submission, or an answer that says why not. */
@NullMarked
package org.upprop.intake.signature;

import org.jspecify.annotations.NullMarked;
