package org.upprop.verification.confirmation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.list.Entries;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Details;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/**
 * What a link leads to. Where its submission was superseded, that is the signature that its signatory confirmed instead.
 *
 * @param keepsMailsBack whether it was disowned and no mail about its appeal comes to its address since
 * @param decides whether the link still decides what is undecided; what was decided can be managed with it for longer
 * @param signatory what was submitted, as long as nobody decided or the entry stands
 * @param released what the list shows, as long as the entry stands
 * @param display how its owner wanted to be shown
 * @param proposed what it is to be instead, while that waits for a reviewer or for its time
 */
public record Linked(
        SignatureId signature,
        SignatureState state,
        boolean keepsMailsBack,
        boolean decides,
        AppealSlug appeal,
        int appealVersion,
        SignatoryKind kind,
        Fingerprint fingerprint,
        AddressKey recipient,
        String locale,
        String source,
        List<String> screening,
        @Nullable Signatory signatory,
        @Nullable Released released,
        @Nullable ChosenDisplay display,
        Entries.@Nullable Content proposed) {

    /** What its owner wants it to be, whether a reviewer has let that on the list or not; nothing where nothing is left. */
    public Optional<Entries.Content> wanted() {
        if (proposed != null) {
            return Optional.of(proposed);
        }
        return signatory == null || released == null || display == null
                ? Optional.empty()
                : Optional.of(new Entries.Content(signatory, display, released));
    }

    /** Whether the list tells more of its owner than they want. */
    boolean isShownMoreThan(Signatory wanted, ChosenDisplay wantedDisplay) {
        return narrowedTo(wanted, wantedDisplay).isPresent();
    }

    /** What stands without what its owner no longer wants to be told; nothing where it tells no more than that. */
    Optional<Narrowed> narrowedTo(Signatory wanted, ChosenDisplay wantedDisplay) {
        if (signatory == null || display == null) {
            return Optional.empty();
        }
        Narrowed standing = new Narrowed(signatory, display);
        Narrowed narrowed = new Narrowed(
                Details.keptOf(signatory, wanted), display.compareTo(wantedDisplay) < 0 ? wantedDisplay : display);
        return narrowed.equals(standing) ? Optional.empty() : Optional.of(narrowed);
    }

    /** What is left of what stands. */
    record Narrowed(Signatory signatory, ChosenDisplay display) {}
}
