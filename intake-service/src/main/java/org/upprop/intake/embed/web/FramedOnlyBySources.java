package org.upprop.intake.embed.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.web.BodyLimit;
import org.upprop.page.web.Reader;
import org.upprop.text.InvalidValue;

/**
 * Lets the form, and the pages that answer it, stand in frames of the one source that its address names, and everything
 * else in none.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/#directive-frame-ancestors">CSP, frame-ancestors</a>
 */
@Component
@Order(BodyLimit.ORDER - 3)
class FramedOnlyBySources extends OncePerRequestFilter {

    private static final PathPattern FRAMED =
            PathPatternParser.defaultInstance.parse("/appeals/{slug}" + Reader.FRAMED);
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOBODY = "frame-ancestors 'none'";

    /** Nothing else than an origin gets into a header. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]+");

    private final Appeals appeals;

    FramedOnlyBySources(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathPattern.PathMatchInfo framed = FRAMED.matchAndExtract(
                ServletRequestPathUtils.parseAndCache(request).pathWithinApplication());
        String policy = response.getHeader(POLICY);
        if (framed != null && policy != null) {
            List<String> origins = appeal(framed.getUriVariables().get("slug"))
                    .flatMap(appeal -> Reader.of(request).sourceOf(appeal))
                    .map(Appeal.Source::origins)
                    .orElse(List.of());
            response.setHeader(POLICY, policy.replace(NOBODY, ancestors(origins)));
        }
        chain.doFilter(request, response);
    }

    private Optional<Appeal> appeal(@Nullable String slug) {
        try {
            return slug == null ? Optional.empty() : appeals.find(new AppealSlug(slug));
        } catch (InvalidValue unnameable) {
            return Optional.empty();
        }
    }

    private static String ancestors(List<String> origins) {
        String named = origins.stream()
                .filter(origin -> ORIGIN.matcher(origin).matches())
                .collect(Collectors.joining(" "));
        return named.isEmpty() ? NOBODY : "frame-ancestors " + named;
    }
}
