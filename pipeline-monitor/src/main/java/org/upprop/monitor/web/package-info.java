/** What all pages of the monitor share. */
@NullMarked
package org.upprop.monitor.web;

import org.jspecify.annotations.NullMarked;
