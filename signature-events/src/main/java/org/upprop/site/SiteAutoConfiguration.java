package org.upprop.site;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives every service the public addresses of all. */
@AutoConfiguration
@EnableConfigurationProperties(SiteProperties.class)
class SiteAutoConfiguration {

    @Bean
    PublicUrls publicUrls(SiteProperties site) {
        return site.urls();
    }
}
