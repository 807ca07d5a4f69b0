package org.upprop.delivery.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** Gives every service the same rules of delivery; what it sets for Kafka stands in {@code delivery.yaml}. */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({DeliveryProperties.class, TopicProperties.class})
class DeliveryAutoConfiguration {

    @Bean
    KafkaAdmin.NewTopics topics(TopicProperties copies) {
        return new KafkaAdmin.NewTopics(new TopicDeclarations(copies).all());
    }

    @Bean
    StageStart stageStart(KafkaAdmin admin, KafkaListenerEndpointRegistry listeners, ApplicationEventPublisher events) {
        return new StageStart(admin, listeners, events);
    }

    @Bean
    ListenersHealth listenersHealthIndicator(StageStart stage, KafkaListenerEndpointRegistry registry) {
        return new ListenersHealth(stage, registry);
    }

    @Bean
    BrokerHealth brokerHealthIndicator(KafkaAdmin admin) {
        return new BrokerHealth(admin.getConfigurationProperties());
    }

    @Bean
    Traces traces(ObjectProvider<OpenTelemetry> telemetry) {
        return new Traces(telemetry.getIfAvailable(OpenTelemetry::noop));
    }

    @Bean
    Deliveries deliveries(KafkaTemplate<?, ?> kafka, DeliveryProperties limits, Traces traces, MeterRegistry meters) {
        @SuppressWarnings("unchecked") // delivery.yaml sets the serialisers of bytes
        KafkaTemplate<byte[], byte[]> bytes = (KafkaTemplate<byte[], byte[]>) kafka;
        return new Deliveries(new DeadLetters(bytes, meters), limits, traces, InstantSource.system());
    }

    @Bean
    OutagesWait outagesWait(DeliveryProperties limits) {
        return new OutagesWait(limits);
    }

    /** The relay's commit markers would else keep the lag from ever showing 0. */
    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> lagWithoutCommitMarkers() {
        return container -> container.getContainerProperties().setFixTxOffsets(true);
    }
}
