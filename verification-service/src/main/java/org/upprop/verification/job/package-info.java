/** What is done from time to time, by one of the instances. */
@NullMarked
package org.upprop.verification.job;

import org.jspecify.annotations.NullMarked;
