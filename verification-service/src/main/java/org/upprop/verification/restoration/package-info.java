/** What a database that was restored from a backup takes again from the topics before anything else begins. */
@NullMarked
package org.upprop.verification.restoration;

import org.jspecify.annotations.NullMarked;
