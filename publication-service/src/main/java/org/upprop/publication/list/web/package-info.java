/** The list over HTTP: as JSON, and as a page that works without JavaScript. */
@NullMarked
package org.upprop.publication.list.web;

import org.jspecify.annotations.NullMarked;
