package org.upprop.intake.signature.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a signatory waits for the broker.
 *
 * @param acknowledgementWait how long for an acknowledgement; 3500 ms, 100 ms to 4 s, so that with the second that the
 *     producer may wait for the topic every answer is there within five
 * @param inFlight how many submissions may wait for one at the same time; 2,000, 1 to 100,000
 */
@Validated
@ConfigurationProperties("upprop.submissions")
record SubmissionProperties(
        @DefaultValue("3500ms") @DurationMin(millis = 100) @DurationMax(seconds = 4)
        Duration acknowledgementWait,

        @DefaultValue("2000") @Min(1) @Max(100_000) int inFlight) {}
