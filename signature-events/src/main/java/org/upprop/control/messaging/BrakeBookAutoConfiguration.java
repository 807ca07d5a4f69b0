package org.upprop.control.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** Gives every service the brakes. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class BrakeBookAutoConfiguration {

    @Bean
    BrakeBook brakes(ConsumerFactory<?, ?> consumers) {
        return new BrakeBook(consumers.getConfigurationProperties());
    }
}
