package org.upprop.publication.rebuild.web;

import jakarta.validation.constraints.AssertTrue;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.upprop.access.BearerToken;

/**
 * Who may rebuild the list.
 *
 * @param token what an operator sends as bearer token; at least 16 characters; without one nobody may
 */
@Validated
@ConfigurationProperties("upprop.operator")
record OperatorProperties(@DefaultValue("") String token) {

    // A rule over the whole, because a rule on the token itself would print it when it is broken.
    @AssertTrue(message = "upprop.operator.token (UPPROP_OPERATOR_TOKEN) must have at least 16 characters")
    boolean isUsable() {
        return token.isEmpty() || BearerToken.isUsable(token);
    }

    /** Whether an {@code Authorization} header shows an operator. */
    boolean isHeldBy(@Nullable String authorization) {
        return !token.isEmpty() && new BearerToken(token).isHeldBy(authorization);
    }

    @Override
    public String toString() {
        return "OperatorProperties[…]";
    }
}
