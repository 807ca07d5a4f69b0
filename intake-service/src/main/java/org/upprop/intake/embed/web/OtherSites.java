package org.upprop.intake.embed.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.intake.admission.web.TooMany;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.web.BodyLimit;
import org.upprop.intake.web.IdempotencyKeyHeader;
import org.upprop.intake.web.Problem;
import org.upprop.site.PublicUrls;
import org.upprop.text.InvalidValue;

/**
 * What pages of other sites may do here. To an appeal's API come the scripts of the sites that republish it, without
 * credentials; what any other site's page sends is refused before it has an effect, and so is what a page of another site
 * sends as a form. Whoever is no browser sends no {@code Origin} and is let through.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, the CORS protocol</a>
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch metadata</a>
 */
@Component
@Order(BodyLimit.ORDER - 2)
class OtherSites extends OncePerRequestFilter {

    private static final PathPattern OF_AN_APPEAL =
            PathPatternParser.defaultInstance.parse("/api/v1/appeals/{slug}/{*rest}");
    private static final PathPattern OF_A_PAGE = PathPatternParser.defaultInstance.parse("/appeals/{*rest}");

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private static final List<String> METHODS = Stream.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST)
            .map(HttpMethod::name)
            .toList();
    private static final List<String> SENT =
            List.of(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.CONTENT_TYPE, IdempotencyKeyHeader.NAME, TooMany.PASS);
    private static final List<String> READ =
            List.of(HttpHeaders.DATE, HttpHeaders.LOCATION, HttpHeaders.RETRY_AFTER, "RateLimit", "RateLimit-Policy");

    /** How long a browser need not ask again; a source that is taken off the list is refused all the same. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final Appeals appeals;
    private final PublicUrls urls;
    private final BodyLimit bodies;
    private final Rules rules = new Rules();

    OtherSites(Appeals appeals, PublicUrls urls, BodyLimit bodies) {
        this.appeals = appeals;
        this.urls = urls;
        this.bodies = bodies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!mayGoOn(request, response)) {
                return;
            }
        } catch (ErrorResponseException refused) {
            bodies.refuse(request, response, refused);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Whether there is more to do; what a browser asks before it sends something is answered here. */
    private boolean mayGoOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PathContainer path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        PathPattern.PathMatchInfo ofAnAppeal = OF_AN_APPEAL.matchAndExtract(path);
        if (ofAnAppeal != null) {
            String slug = ofAnAppeal.getUriVariables().getOrDefault("slug", "");
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            return isOwn(request)
                    || rules.processRequest(allowed(slug), request, response) && !CorsUtils.isPreFlightRequest(request);
        }
        if (OF_A_PAGE.matches(path) && HttpMethod.POST.matches(request.getMethod()) && isSentElsewhere(request)) {
            throw Problem.FOREIGN_SITE.exception();
        }
        return true;
    }

    private boolean isOwn(HttpServletRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals(originOf(urls.intake()));
    }

    /** The pages here tell no referrer, and so a form of theirs says that its origin is null; this is said besides. */
    private static boolean isSentElsewhere(HttpServletRequest request) {
        String site = request.getHeader(FETCH_SITE);
        return site != null && !OWN_SITE.contains(site);
    }

    private CorsConfiguration allowed(String slug) {
        if (!appeals.areRead()) {
            throw Problem.UNAVAILABLE.exception("The appeals have not been read yet.");
        }
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(origins(slug));
        allowed.setAllowedMethods(METHODS);
        allowed.setAllowedHeaders(SENT);
        allowed.setExposedHeaders(READ);
        allowed.setMaxAge(REMEMBERED);
        allowed.setAllowCredentials(false);
        return allowed;
    }

    private List<String> origins(String slug) {
        try {
            return appeals.find(new AppealSlug(slug)).map(Appeal::sources).orElseGet(List::of).stream()
                    .flatMap(source -> source.origins().stream())
                    .toList();
        } catch (InvalidValue unnameable) {
            return List.of();
        }
    }

    private static @Nullable String originOf(URI url) {
        return url.getHost() == null
                ? null
                : url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /** The usual rules, with this service's answer where they say no. */
    private static final class Rules extends DefaultCorsProcessor {

        @Override
        protected void rejectRequest(ServerHttpResponse response) {
            throw Problem.FOREIGN_SITE.exception();
        }
    }
}
