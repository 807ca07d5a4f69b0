package org.upprop.intake.page.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frames;
import org.upprop.page.web.SecurityHeaders;
import org.upprop.site.PublicUrls;

/** The front page is here, and codes that were mailed are typed here and sent to verification. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    Frames frames(Assets assets) {
        return new Frames(assets, "/");
    }

    @Bean
    SecurityHeaders securityHeaders(PublicUrls urls) {
        return new SecurityHeaders(urls.intake(), urls.verification());
    }
}
