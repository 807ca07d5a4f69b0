/** Submissions from Kafka. */
@NullMarked
package org.upprop.verification.submission.messaging;

import org.jspecify.annotations.NullMarked;
