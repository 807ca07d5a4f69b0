package org.upprop.verification.review.web;

import jakarta.validation.constraints.AssertTrue;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.upprop.access.BearerToken;
import org.upprop.access.ConfiguredTokens;
import org.upprop.access.Holder;
import org.upprop.access.Role;

/**
 * Who may review.
 *
 * @param token what a reviewer sends as bearer token, or types on the page; at least 16 characters, no default. Who holds
 *     it is called {@code reviewer}
 * @param tokens further ones by the name of who holds them, which is what the record of actions says: at most 40 letters,
 *     digits and the signs {@code . _ -}; none
 */
@Validated
@ConfigurationProperties("upprop.reviewer")
record ReviewerProperties(
        @DefaultValue("") String token, @DefaultValue Map<String, String> tokens) implements ConfiguredTokens {

    // Rules over the whole, because a rule on a token itself would print it when it is broken.
    @AssertTrue(message = "upprop.reviewer.token (UPPROP_REVIEWER_TOKEN) must have at least 16 characters")
    boolean isUsable() {
        return BearerToken.isUsable(token);
    }

    @AssertTrue(
            message = "upprop.reviewer.tokens must be names of at most 40 letters and digits, other"
                    + " than those of the roles, each with a token of its own of at least 16 characters")
    boolean isEachOfThemUsable() {
        return tokens.keySet().stream().allMatch(Holder::isName)
                && tokens.values().stream().allMatch(BearerToken::isUsable)
                && Stream.concat(Stream.of(token), tokens.values().stream())
                                .distinct()
                                .count()
                        == tokens.size() + 1;
    }

    @Override
    public Map<Holder, BearerToken> byHolder() {
        Map<Holder, BearerToken> all = new HashMap<>();
        all.put(Holder.ofAll(Role.REVIEWER.id(), Role.REVIEWER), new BearerToken(token));
        tokens.forEach((name, own) -> all.put(Holder.ofAll(name, Role.REVIEWER), new BearerToken(own)));
        return all;
    }

    @Override
    public String toString() {
        return "ReviewerProperties[…]";
    }
}
