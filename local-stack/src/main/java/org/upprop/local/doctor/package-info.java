/** Whether an installation can be reached by the public and its mails arrive, seen from outside as anybody sees it. */
@NullMarked
package org.upprop.local.doctor;

import org.jspecify.annotations.NullMarked;
