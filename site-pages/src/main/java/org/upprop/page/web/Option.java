package org.upprop.page.web;

/** One choice of a list: what is sent, and what people read. */
public record Option(String value, String label) {}
