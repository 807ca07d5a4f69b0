/** What people did to the pipeline, and that nothing is done without its being told. */
@NullMarked
package org.upprop.monitor.audit;

import org.jspecify.annotations.NullMarked;
