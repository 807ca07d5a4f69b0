/** A small site of somebody else, which republishes an appeal and lets its readers sign it there. */
@NullMarked
package org.upprop.local.republisher;

import org.jspecify.annotations.NullMarked;
