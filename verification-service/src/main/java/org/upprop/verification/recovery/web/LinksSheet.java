package org.upprop.verification.recovery.web;

/**
 * The page on which somebody asks for the own links, and the one after it.
 *
 * @param title what the appeal is called
 * @param typed what was typed as an address that is none
 */
public record LinksSheet(String title, String typed, boolean isAddressWrong) {}
