package org.upprop.access.messaging;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.upprop.access.ConfiguredTokens;
import org.upprop.access.Grants;
import org.upprop.access.Holders;

/** Gives every service the book of tokens, and lets it know people by these and by those of its settings. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
class TokenBookAutoConfiguration {

    @Bean
    TokenBook tokenBook(ConsumerFactory<?, ?> consumers) {
        return new TokenBook(consumers.getConfigurationProperties());
    }

    @Bean
    TokensHealth tokensHealthIndicator(TokenBook book) {
        return new TokensHealth(book);
    }

    @Bean
    Holders holders(ObjectProvider<ConfiguredTokens> configured, Grants grants, ObjectProvider<InstantSource> clock) {
        return new Holders(configured.stream().toList(), grants, clock.getIfUnique(InstantSource::system));
    }
}
