/** What the services that make fingerprints have in common besides their rules. */
@NullMarked
package org.upprop.identity;

import org.jspecify.annotations.NullMarked;
