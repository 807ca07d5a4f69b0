/** People and organisations who sign the sample appeal the way everybody does, and the list that must show them. */
@NullMarked
package org.upprop.local.demo;

import org.jspecify.annotations.NullMarked;
