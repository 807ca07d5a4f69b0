package org.upprop.intake.signatory.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.neighbour.web.Neighbour;
import org.upprop.intake.neighbour.web.Rounds;
import org.upprop.site.PublicUrls;

@Configuration(proxyBeanMethods = false)
class SignatoryConfiguration {

    @Bean
    PublishedSignatories publishedSignatories(Appeals appeals, PublicationProperties properties, PublicUrls urls) {
        URI url = Objects.requireNonNullElse(properties.url(), urls.publication());
        return new PublishedSignatories(appeals, new Neighbour(url), Ticker.systemTicker());
    }

    @Bean
    SchedulingConfigurer firstSignatoryRounds(PublishedSignatories signatories, PublicationProperties properties) {
        return Rounds.of(signatories::askForAll, properties.refresh());
    }
}
