package org.upprop.intake.mail.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.upprop.intake.neighbour.web.Neighbour;
import org.upprop.intake.neighbour.web.Rounds;
import org.upprop.site.PublicUrls;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    @Bean
    AskedMailQueue askedMailQueue(VerificationProperties properties, PublicUrls urls) {
        URI url = Objects.requireNonNullElse(properties.url(), urls.verification());
        return new AskedMailQueue(new Neighbour(url), Ticker.systemTicker());
    }

    @Bean
    SchedulingConfigurer mailQueueRounds(AskedMailQueue queue, VerificationProperties properties) {
        return Rounds.of(queue::ask, properties.refresh());
    }
}
