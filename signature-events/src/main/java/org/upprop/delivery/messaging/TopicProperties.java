package org.upprop.delivery.messaging;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many copies of each topic the brokers keep; it matters only when the topics are created.
 *
 * @param replicationFactor copies; 1, in production 3
 * @param minInsyncReplicas copies that must have a record before it is acknowledged; 1, in production 2
 */
@Validated
@ConfigurationProperties("upprop.topics")
record TopicProperties(
        @DefaultValue("1") @Min(1) short replicationFactor,
        @DefaultValue("1") @Min(1) short minInsyncReplicas) {}
