/** What public pages have in common: where they are, and how they speak each language. */
@NullMarked
package org.upprop.site;

import org.jspecify.annotations.NullMarked;
