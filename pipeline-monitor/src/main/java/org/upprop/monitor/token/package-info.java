/** Tokens that are made and revoked while everything runs. */
@NullMarked
package org.upprop.monitor.token;

import org.jspecify.annotations.NullMarked;
