package org.upprop.publication.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.upprop.page.web.Assets;
import org.upprop.page.web.Frames;
import org.upprop.site.PublicUrls;

/** The front page is where the appeals are. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    @Bean
    Frames frames(Assets assets, PublicUrls urls) {
        return new Frames(assets, urls.intake("/").toString());
    }
}
