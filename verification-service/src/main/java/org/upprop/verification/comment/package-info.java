/** What people wrote beside their names: it waits for a reviewer apart from the name, which stands on the list meanwhile. */
@NullMarked
package org.upprop.verification.comment;

import org.jspecify.annotations.NullMarked;
