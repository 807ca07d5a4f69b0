/** Who is who, without naming anybody: keyed hashes of addresses. */
@NullMarked
package org.upprop.verification.identity;

import org.jspecify.annotations.NullMarked;
