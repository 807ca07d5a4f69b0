/**
 * The other services, where a page shows a fact of theirs. Nothing that is signed or served waits for one: each is asked
 * in rounds beside all requests. A trigger sets them off, since tasks with a fixed delay would share one thread and wait
 * for each other.
 */
@NullMarked
package org.upprop.intake.neighbour.web;

import org.jspecify.annotations.NullMarked;
