package org.upprop.verification.page;

/** A page that says one thing. */
public record MessageSheet(String title, String text) {}
