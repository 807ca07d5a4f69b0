package org.upprop.delivery.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.support.ProducerListener;

/** Stands before Boot's own configuration, which adds its listener only where there is none. */
@AutoConfiguration(before = KafkaAutoConfiguration.class)
class SendFailuresAutoConfiguration {

    @Bean
    ProducerListener<Object, Object> sendFailures() {
        return new SendFailures();
    }
}
