package org.upprop.monitor.web;

import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frames;
import org.upprop.page.web.SecurityHeaders;
import org.upprop.site.PublicUrls;

/** The front page is where the appeals are; the monitor itself is no part of the public site. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    Frames frames(Assets assets, PublicUrls urls) {
        return new Frames(assets, urls.intake("/").toString());
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders(URI.create("/"));
    }
}
