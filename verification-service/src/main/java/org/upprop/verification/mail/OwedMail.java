package org.upprop.verification.mail;

import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;

/** A mail that somebody is to get about a signature. */
public record OwedMail(MailKind kind, SignatureId signature, AddressKey recipient) {}
