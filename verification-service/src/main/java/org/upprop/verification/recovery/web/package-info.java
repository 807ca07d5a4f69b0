/** Where somebody asks for the own links, as a page and as JSON. */
@NullMarked
package org.upprop.verification.recovery.web;

import org.jspecify.annotations.NullMarked;
