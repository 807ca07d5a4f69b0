package org.upprop.verification.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.signature.Signatory;
import org.upprop.verification.signature.Released;

/**
 * Everything that is kept about one signature, in the words in which its owner gets it.
 *
 * @param source the site that it came through
 * @param language in which its owner is spoken to
 * @param marks why it was to be looked at before it comes on the list
 * @param endedAt when its state last changed, nothing as long as nobody has decided
 * @param mailsAgainSince when the owner of the address let mails come again, after it was not theirs
 * @param reviewReason why a reviewer decided so
 * @param fingerprint a keyed hash by which a second signature of the same signatory is known
 * @param addressKey a keyed hash by which mails to one address are counted
 * @param mailDomainKey a keyed hash by which many signatures from one domain are noticed
 * @param trace by which its way through the services was recorded, where that was
 * @param entered what was entered, as long as it is kept
 * @param comment how the comment stands that was entered, once it is confirmed
 */
public record Dossier(
        UUID signatureId,
        String appeal,
        int appealVersion,
        String state,
        String source,
        String language,
        List<String> marks,
        Instant submittedAt,
        Instant receivedAt,
        @Nullable Instant endedAt,
        @Nullable Instant turnedAwayAt,
        @Nullable Instant mailsAgainSince,
        @Nullable String reviewReason,
        String fingerprint,
        String addressKey,
        @Nullable String mailDomainKey,
        @Nullable String trace,
        @Nullable Signatory entered,
        @Nullable Entry entry,
        @Nullable Comment comment,
        List<Mail> mails,
        List<Link> links,
        List<Review> reviews,
        List<Report> reports) {

    /**
     * What came of it when it was confirmed.
     *
     * @param entryId the number that the public list knows it by
     * @param display how its owner chose to be shown
     * @param shown what the list shows, or is to show
     * @param publishAfter when it comes on the list, or becomes what it is to be there, where signatories are at risk
     * @param addressIsOnWebsite whether the mail address is on the organisation's own domain
     * @param websiteDomain by which two signatures of one organisation are noticed
     * @param nameKey the shown name without what can be typed in two ways, for the same
     * @param change what it is to be instead, while that waits for a reviewer or for its time
     */
    public record Entry(
            UUID entryId,
            @Nullable String display,
            @Nullable Released shown,
            boolean onList,
            Instant confirmedAt,
            @Nullable Instant listedAt,
            @Nullable Instant waitsForReviewSince,
            @Nullable Instant publishAfter,
            boolean addressIsOnWebsite,
            @Nullable String websiteDomain,
            @Nullable String nameKey,
            @Nullable Change change) {}

    /**
     * Whether the list may show the comment that was entered.
     *
     * @param reviewReason why a reviewer does not show it
     * @param publishAfter when the list shows it, where signatories are at risk
     */
    public record Comment(
            String state,
            Instant since,
            @Nullable String reviewReason,
            @Nullable Instant publishAfter) {}

    /** What waits for a reviewer or for its time. */
    public record Change(Signatory entered, String display, Released shown) {}

    /** A mail about it; none of them is kept itself. */
    public record Mail(
            String kind,
            String state,
            Instant owedAt,
            int attempts,
            @Nullable Instant endedAt) {}

    /** A link that leads to it; only its hash is kept. */
    public record Link(Instant decidesUntil) {}

    /** What a reviewer did to it, or to its comment; who that was is no business of its owner. */
    public record Review(
            Instant takenAt,
            String action,
            @Nullable String fromState,
            @Nullable String toState,
            @Nullable String commentState,
            @Nullable String reason) {}

    /** What readers of the list say of it; what else they wrote may tell who they are, and stays with the reviewers. */
    public record Report(String reason, int times, String state, Instant firstAt, Instant lastAt) {}

    @Override
    public String toString() {
        return "Dossier[…]";
    }
}
