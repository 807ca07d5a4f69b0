/** Where the public finds the services. */
@NullMarked
package org.upprop.site;

import org.jspecify.annotations.NullMarked;
