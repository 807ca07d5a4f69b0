/** Limits on visitors over HTTP: who a request comes from, and how it is told to wait or to prove itself. */
@NullMarked
package org.upprop.intake.admission.web;

import org.jspecify.annotations.NullMarked;
