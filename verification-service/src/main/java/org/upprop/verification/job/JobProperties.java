package org.upprop.verification.job;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often what is done from time to time is done, by all instances together. Each looks every {@code upprop.jobs.look},
 * 30 s, whether something is due, and first after {@code upprop.jobs.delay}, 1 min.
 *
 * @param reminders who has not decided is reminded; 10 min, at least 100 ms
 * @param retention what ended long ago is deleted; 1 h, at least 100 ms
 */
@Validated
@ConfigurationProperties("upprop.jobs")
public record JobProperties(
        @DefaultValue("10m") @DurationMin(millis = 100) Duration reminders,

        @DefaultValue("1h") @DurationMin(millis = 100) Duration retention) {}
