/** Takes signatures over HTTP, and the appeals that they are for; owns no database. */
@NullMarked
package org.upprop.intake;

import org.jspecify.annotations.NullMarked;
