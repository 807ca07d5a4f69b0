package org.upprop.monitor.access;

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
 * Who may look at what operators see, and who may act.
 *
 * @param operator those who may act; without one nobody can
 * @param viewer those who may only look
 */
@Validated
@ConfigurationProperties("upprop")
record AccessProperties(
        @DefaultValue Tokens operator, @DefaultValue Tokens viewer) implements ConfiguredTokens {

    // Rules over the whole, because a rule on a token itself would print it when it is broken.
    @AssertTrue(
            message = "upprop.operator.token (UPPROP_OPERATOR_TOKEN), upprop.viewer.token (UPPROP_VIEWER_TOKEN) and"
                    + " each of the tokens by name must have at least 16 characters")
    boolean isUsable() {
        return tokens().allMatch(BearerToken::isUsable);
    }

    @AssertTrue(
            message = "upprop.operator.tokens and upprop.viewer.tokens must be names of at most 40 letters, digits"
                    + " and the signs . _ -, other than those of the roles, each with a token of its own")
    boolean isEachOnesOwn() {
        return Stream.of(operator, viewer)
                        .flatMap(of -> of.tokens().keySet().stream())
                        .allMatch(Holder::isName)
                && tokens().distinct().count() == tokens().count();
    }

    @Override
    public Map<Holder, BearerToken> byHolder() {
        Map<Holder, BearerToken> all = new HashMap<>();
        operator.addTo(all, Role.OPERATOR);
        viewer.addTo(all, Role.VIEWER);
        return all;
    }

    private Stream<String> tokens() {
        return Stream.of(operator, viewer).flatMap(Tokens::all);
    }

    @Override
    public String toString() {
        return "AccessProperties[…]";
    }

    /**
     * The tokens of a role.
     *
     * @param token of whoever is called by the role itself; at least 16 characters; none
     * @param tokens further ones by the name of who holds them, which is what the record of actions says
     */
    record Tokens(
            @DefaultValue("") String token, @DefaultValue Map<String, String> tokens) {

        private Stream<String> all() {
            return Stream.concat(Stream.of(token).filter(own -> !own.isEmpty()), tokens.values().stream());
        }

        private void addTo(Map<Holder, BearerToken> all, Role role) {
            if (!token.isEmpty()) {
                all.put(Holder.ofAll(role.id(), role), new BearerToken(token));
            }
            tokens.forEach((name, own) -> all.put(Holder.ofAll(name, role), new BearerToken(own)));
        }

        @Override
        public String toString() {
            return "Tokens[…]";
        }
    }
}
