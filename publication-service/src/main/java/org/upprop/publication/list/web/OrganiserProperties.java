package org.upprop.publication.list.web;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.upprop.access.BearerToken;

/**
 * Who gets all of a list that is released.
 *
 * @param token what an organiser sends as bearer token, the same as to intake; at least 16 characters; without one nobody
 *     is the organiser
 */
@Validated
@ConfigurationProperties("upprop.organiser")
record OrganiserProperties(@DefaultValue("") String token) {

    // A rule over the whole, because a rule on the token itself would print it when it is broken.
    @AssertTrue(message = "upprop.organiser.token (UPPROP_ORGANISER_TOKEN) must have at least 16 characters")
    boolean isUsable() {
        return token.isEmpty() || BearerToken.isUsable(token);
    }

    /** Whether an {@code Authorization} header shows the organiser. */
    boolean isHeldBy(@Nullable String authorization) {
        return !token.isEmpty() && new BearerToken(token).isHeldBy(authorization);
    }

    @Override
    public String toString() {
        return "OrganiserProperties[…]";
    }
}
