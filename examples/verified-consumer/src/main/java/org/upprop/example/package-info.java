/** What somebody may build who reads Upprop's topic of verified entries. */
@NullMarked
package org.upprop.example;

import org.jspecify.annotations.NullMarked;
