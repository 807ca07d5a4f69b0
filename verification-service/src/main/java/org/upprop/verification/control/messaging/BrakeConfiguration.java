package org.upprop.verification.control.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.upprop.control.messaging.BrakeBook;

@Configuration(proxyBeanMethods = false)
class BrakeConfiguration {

    @Bean
    BrakeBook brakes(ConsumerFactory<?, ?> consumers) {
        return new BrakeBook(consumers.getConfigurationProperties());
    }
}
