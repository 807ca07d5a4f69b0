/**
 * The other services, where a page shows a fact of theirs. Nothing that is signed or served waits for one: each is asked
 * in rounds beside all requests.
 */
@NullMarked
package org.upprop.intake.neighbour.web;

import org.jspecify.annotations.NullMarked;
