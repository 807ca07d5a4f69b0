package org.upprop.verification.review.web;

import jakarta.validation.constraints.AssertTrue;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.upprop.access.BearerToken;

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
        @DefaultValue("") String token, @DefaultValue Map<String, String> tokens) {

    private static final String UNNAMED = "reviewer";
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]{1,40}");

    // Rules over the whole, because a rule on a token itself would print it when it is broken.
    @AssertTrue(message = "upprop.reviewer.token (UPPROP_REVIEWER_TOKEN) must have at least 16 characters")
    boolean isUsable() {
        return BearerToken.isUsable(token);
    }

    @AssertTrue(
            message = "upprop.reviewer.tokens must be names of at most 40 letters and digits,"
                    + " each with a token of its own of at least 16 characters")
    boolean isEachOfThemUsable() {
        return tokens.keySet().stream().allMatch(name -> NAME.matcher(name).matches())
                && tokens.values().stream().allMatch(BearerToken::isUsable)
                && byName().values().stream().distinct().count() == byName().size();
    }

    @AssertTrue(
            message = "upprop.reviewer.tokens must call nobody reviewer, since that is who holds upprop.reviewer.token")
    boolean isEachNameOnesOwn() {
        return !tokens.containsKey(UNNAMED);
    }

    /** All tokens, by the names of their holders. */
    Map<String, String> byName() {
        Map<String, String> all = new TreeMap<>(tokens);
        all.put(UNNAMED, token);
        return all;
    }

    @Override
    public String toString() {
        return "ReviewerProperties[…]";
    }
}
