/** What holds for every answer. */
@NullMarked
package org.upprop.publication.web;

import org.jspecify.annotations.NullMarked;
