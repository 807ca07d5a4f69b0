package org.upprop.intake.form.web;

/**
 * What is asked of a form before it is taken: a proof of work by a script, or a short wait.
 *
 * @param token what goes back
 * @param difficulty how many zero bits the proof begins with
 * @param seconds how long to wait instead
 */
public record Task(String token, int difficulty, long seconds) {}
