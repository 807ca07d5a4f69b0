package org.upprop.verification.mail;

/** Mails were put in the queue, to be seen there once the transaction is committed. */
public record MailOwed() {}
