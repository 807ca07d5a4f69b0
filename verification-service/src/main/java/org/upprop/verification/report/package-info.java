/** What readers of a list say of an entry. It hides nothing; a reviewer looks at it. */
@NullMarked
package org.upprop.verification.report;

import org.jspecify.annotations.NullMarked;
