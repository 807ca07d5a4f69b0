package org.upprop.delivery.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How patient a stage is with its records.
 *
 * @param notYetWait how long a batch may wait for an appeal that this instance has not read yet; 60 s, must stay well
 *     below {@code max.poll.interval.ms}
 * @param notYetPause how long between two looks; 500 ms
 * @param unexpectedTries how often a record is tried that fails for an unforeseen reason; 5, 1 to 10
 * @param unexpectedPause the first pause between two tries, doubled each time; 100 ms
 * @param unexpectedPerMinute how many records a minute may be set aside for unforeseen reasons before the stage stops;
 *     10
 * @param outagePause the longest pause between two tries in an outage; 10 s
 */
@Validated
@ConfigurationProperties("upprop.delivery")
record DeliveryProperties(
        @DefaultValue("60s") Duration notYetWait,
        @DefaultValue("500ms") Duration notYetPause,
        @DefaultValue("5") @Min(1) @Max(10) int unexpectedTries,
        @DefaultValue("100ms") Duration unexpectedPause,
        @DefaultValue("10") @Min(0) int unexpectedPerMinute,
        @DefaultValue("10s") Duration outagePause) {}
