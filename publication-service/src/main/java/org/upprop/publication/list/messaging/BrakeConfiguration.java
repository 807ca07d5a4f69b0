package org.upprop.publication.list.messaging;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;
import org.upprop.control.messaging.StageBrake;

@Configuration(proxyBeanMethods = false)
class BrakeConfiguration {

    @Bean
    StageBrake stageBrake(Brakes brakes, KafkaListenerEndpointRegistry listeners) {
        return new StageBrake(BrakeKind.PAUSE_PUBLICATION, brakes, listeners);
    }
}
