package org.upprop.monitor.deadletter;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many dead letters the monitor knows.
 *
 * @param most of the newest, about 400 bytes of memory each; 250,000
 */
@Validated
@ConfigurationProperties("upprop.monitor.dead-letters")
record DeadLetterProperties(@DefaultValue("250000") @Min(1) int most) {}
