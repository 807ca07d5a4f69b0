/** The funnel for operators. */
@NullMarked
package org.upprop.verification.funnel.web;

import org.jspecify.annotations.NullMarked;
