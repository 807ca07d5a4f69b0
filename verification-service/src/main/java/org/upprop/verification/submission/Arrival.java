package org.upprop.verification.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.verification.identity.AddressKey;

/**
 * A submission that was found genuine in form, and the address that is to decide about it.
 *
 * @param marks why it waits for a reviewer, besides what intake saw
 * @param mailDomain a keyed hash of the address's domain; nothing where it says nothing that many of it sign at once
 */
public record Arrival(
        SignatureSubmitted submission,
        AddressKey recipient,
        List<ScreeningMark> marks,
        @Nullable String mailDomain) {

    public Arrival {
        marks = List.copyOf(marks);
    }
}
