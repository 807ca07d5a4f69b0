package org.upprop.verification.review.web;

/** Somebody who proved to be the reviewer; a handler that takes one as its first parameter is for them alone. */
record Reviewer() {}
