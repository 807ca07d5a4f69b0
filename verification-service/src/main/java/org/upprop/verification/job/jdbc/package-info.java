/** Where the turns of jobs are kept. */
@NullMarked
package org.upprop.verification.job.jdbc;

import org.jspecify.annotations.NullMarked;
