package org.upprop.verification.review.web;

import jakarta.validation.constraints.AssertTrue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.upprop.access.BearerToken;

/**
 * Who may review.
 *
 * @param token what a reviewer sends as bearer token; at least 16 characters, no default
 */
@Validated
@ConfigurationProperties("upprop.reviewer")
record ReviewerProperties(@DefaultValue("") String token) {

    // A rule over the whole, because a rule on the token itself would print it when it is broken.
    @AssertTrue(message = "upprop.reviewer.token (UPPROP_REVIEWER_TOKEN) must have at least 16 characters")
    boolean isUsable() {
        return BearerToken.isUsable(token);
    }

    BearerToken bearer() {
        return new BearerToken(token);
    }

    @Override
    public String toString() {
        return "ReviewerProperties[…]";
    }
}
