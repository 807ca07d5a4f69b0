/** Tokens over HTTP. */
@NullMarked
package org.upprop.monitor.token.web;

import org.jspecify.annotations.NullMarked;
