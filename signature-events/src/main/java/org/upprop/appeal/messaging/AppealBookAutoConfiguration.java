package org.upprop.appeal.messaging;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** Gives every service the book of appeals. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class AppealBookAutoConfiguration {

    @Bean
    AppealBook appealBook(ConsumerFactory<?, ?> consumers) {
        return new AppealBook(consumers.getConfigurationProperties());
    }

    @Bean
    AppealsHealth appealsHealthIndicator(AppealBook book) {
        return new AppealsHealth(book);
    }
}
