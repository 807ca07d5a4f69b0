/** What people did to the pipeline. */
@NullMarked
package org.upprop.audit;

import org.jspecify.annotations.NullMarked;
