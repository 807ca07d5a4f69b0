package org.upprop.intake.appeal.web;

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
 * Who may publish appeals, whatever happens to tokens that are made later.
 *
 * @param token what an organiser sends as bearer token; at least 16 characters, no default
 */
@Validated
@ConfigurationProperties("upprop.organiser")
record OrganiserProperties(@DefaultValue("") String token) implements ConfiguredTokens {

    // A rule over the whole, because a rule on the token itself would print it when it is broken.
    @AssertTrue(message = "upprop.organiser.token (UPPROP_ORGANISER_TOKEN) must have at least 16 characters")
    boolean isUsable() {
        return BearerToken.isUsable(token);
    }

    @Override
    public Map<Holder, BearerToken> byHolder() {
        return Map.of(Holder.ofAll(Role.ORGANISER.id(), Role.ORGANISER), new BearerToken(token));
    }

    @Override
    public String toString() {
        return "OrganiserProperties[…]";
    }
}
