package org.upprop.intake.count.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.upprop.count.messaging.CountBook;

@Configuration(proxyBeanMethods = false)
class CountConfiguration {

    @Bean
    CountBook countBook(ConsumerFactory<?, ?> consumers) {
        return new CountBook(consumers.getConfigurationProperties());
    }
}
