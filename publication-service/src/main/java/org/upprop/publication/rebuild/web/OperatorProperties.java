package org.upprop.publication.rebuild.web;

import jakarta.validation.constraints.AssertTrue;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.upprop.access.BearerToken;
import org.upprop.access.ConfiguredTokens;
import org.upprop.access.Holder;
import org.upprop.access.Role;

/**
 * Who may rebuild the list.
 *
 * @param token what an operator sends as bearer token; at least 16 characters; without one only
 *     those who were given a token
 */
@Validated
@ConfigurationProperties("upprop.operator")
record OperatorProperties(@DefaultValue("") String token) implements ConfiguredTokens {

    // A rule over the whole, because a rule on the token itself would print it when it is broken.
    @AssertTrue(message = "upprop.operator.token (UPPROP_OPERATOR_TOKEN) must have at least 16 characters")
    boolean isUsable() {
        return token.isEmpty() || BearerToken.isUsable(token);
    }

    @Override
    public Map<Holder, BearerToken> byHolder() {
        return token.isEmpty()
                ? Map.of()
                : Map.of(Holder.ofAll(Role.OPERATOR.id(), Role.OPERATOR), new BearerToken(token));
    }

    @Override
    public String toString() {
        return "OperatorProperties[…]";
    }
}
