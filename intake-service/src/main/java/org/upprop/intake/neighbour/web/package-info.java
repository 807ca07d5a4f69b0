/** How other services are asked over HTTP. */
@NullMarked
package org.upprop.intake.neighbour.web;

import org.jspecify.annotations.NullMarked;
