/** Lets operators start a rebuild and see how far it is. */
@NullMarked
package org.upprop.publication.rebuild.web;

import org.jspecify.annotations.NullMarked;
