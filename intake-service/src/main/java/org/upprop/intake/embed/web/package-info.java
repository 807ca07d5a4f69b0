/** What other sites get of an appeal over HTTP: answers to their scripts, a page for their frames, and code to paste. */
@NullMarked
package org.upprop.intake.embed.web;

import org.jspecify.annotations.NullMarked;
