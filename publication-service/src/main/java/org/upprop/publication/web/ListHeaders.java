package org.upprop.publication.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.upprop.page.web.SecurityHeaders;
import org.upprop.site.PublicUrls;

/** Beside what holds for every page, names stay out of indexes, and no other site's window reaches into a page of them. */
@Component
public class ListHeaders extends SecurityHeaders {

    /** Of search engines; nothing is indexed unless it says otherwise. */
    public static final String ROBOTS = "X-Robots-Tag";

    ListHeaders(PublicUrls urls) {
        super(urls.publication());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader(ROBOTS, "noindex");
        super.doFilterInternal(request, response, chain);
    }
}
