package org.upprop.verification.review.web;

/** The page on which a reviewer signs in. */
public record SignInSheet(boolean refused) {}
