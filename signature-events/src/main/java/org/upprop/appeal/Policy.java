package org.upprop.appeal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Duration;

/**
 * What an organiser decided for an appeal.
 *
 * @param organisations who decides that an organisation is listed
 * @param comments whether comments are taken
 * @param openData whether the whole list of people may be exported by anyone
 * @param atRisk whether signatories are in danger where they live
 * @param listIndexed whether search engines may find the list of names; never where signatories are at risk
 */
public record Policy(
        Organisations organisations,
        Comments comments,
        boolean openData,
        boolean atRisk,

        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean listIndexed) {

    /** What holds where an organiser decided nothing: everything is reviewed, nothing is opened. */
    public static final Policy DEFAULT = new Policy(Organisations.REVIEW, Comments.OFF, false, false, false);

    public Policy {
        listIndexed = listIndexed && !atRisk;
    }

    /** How long an undecided signature can be decided with the link in a mail; shorter where a found mail is a danger. */
    public Duration timeToDecide() {
        return atRisk ? Duration.ofDays(3) : Duration.ofDays(14);
    }

    /** Who decides that a confirmed organisation is listed. */
    public enum Organisations {
        /** A reviewer, always. */
        @JsonProperty("review")
        REVIEW,
        /** The mail address where it is on the website's own domain, else a reviewer. */
        @JsonProperty("domain-or-review")
        DOMAIN_OR_REVIEW
    }

    /** Whether comments are taken. */
    public enum Comments {
        @JsonProperty("off")
        OFF,
        @JsonProperty("review")
        REVIEW
    }
}
