package org.upprop.publication.list;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How everybody is told the counts.
 *
 * @param pause the time between two looks; what changes meanwhile is told as one; at least 100 ms, 1 s
 * @param again how long after a count was told it is told again though it did not change, which makes good whatever the
 *     topic lost; at least 1 min, 1 h
 */
@Validated
@ConfigurationProperties("upprop.counts")
public record CountRelayProperties(
        @DefaultValue("1s") @DurationMin(millis = 100) Duration pause,
        @DefaultValue("1h") @DurationMin(minutes = 1) Duration again) {}
