/** The pages behind the links, and the same as JSON. */
@NullMarked
package org.upprop.verification.confirmation.web;

import org.jspecify.annotations.NullMarked;
