package org.upprop.intake.form.web;

/**
 * Why a form comes back that nothing is wrong with.
 *
 * @param sentences where its title and text are among the words
 * @param value what the text names, such as a day; empty where it names nothing
 * @param again whether pressing the button may help
 */
public record Notice(String sentences, String value, boolean again) {}
