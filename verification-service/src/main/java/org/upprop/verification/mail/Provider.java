package org.upprop.verification.mail;

/**
 * A server that takes our mails and delivers them.
 *
 * @param name what logs and metrics call it
 * @param perSecond how many mails a second it takes, of all instances together
 * @param weight how many of the mails it gets while others could take them too, compared to their weights
 * @param senders how many mails this instance may have on their way to it at once
 */
public record Provider(String name, double perSecond, int weight, int senders, Post post) {}
