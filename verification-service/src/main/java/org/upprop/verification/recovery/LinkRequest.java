package org.upprop.verification.recovery;

import org.upprop.appeal.AppealSlug;
import org.upprop.verification.identity.AddressKey;

/** Somebody, who may be anybody, wants the links of an address mailed to it. */
public record LinkRequest(AppealSlug appeal, AddressKey recipient) {}
