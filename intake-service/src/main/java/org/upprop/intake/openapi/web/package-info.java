/** The OpenAPI document: what every path of the API takes, answers and refuses, drawn from the rules themselves. */
@NullMarked
package org.upprop.intake.openapi.web;

import org.jspecify.annotations.NullMarked;
