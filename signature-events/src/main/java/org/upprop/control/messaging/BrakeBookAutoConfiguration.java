package org.upprop.control.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** Gives every service the book of brakes. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class BrakeBookAutoConfiguration {

    @Bean
    BrakeBook brakeBook(ConsumerFactory<?, ?> consumers) {
        return new BrakeBook(consumers.getConfigurationProperties());
    }

    @Bean
    BrakesHealth brakesHealthIndicator(BrakeBook book) {
        return new BrakesHealth(book);
    }
}
