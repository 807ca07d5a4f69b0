package org.upprop.verification.list;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the list is told.
 *
 * @param lease how long an instance that fell silent keeps the others waiting; 10 s
 * @param poll how long to wait for a change before looking again; 500 ms
 * @param batch how many entries are told in one transaction; 1 to 5,000, 500
 * @param longestPause the longest pause between two tries while the broker or the database is away; 10 s
 * @param hold how long the windows are, where signatories are at risk: whatever is to be shown is shown at the end of its
 *     window, all at once; counted from midnight UTC, so 24 h tell the day and 6 h its quarter. 24 h, at least 1 s
 * @param watermark how often the list is told how far it was told, while there is something to tell; 5 s, at least 100 ms
 * @param idleWatermark and how often while there is nothing; 1 h, at least 100 ms
 */
@Validated
@ConfigurationProperties("upprop.relay")
public record RelayProperties(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("500") @Min(1) @Max(5_000) int batch,
        @DefaultValue("10s") Duration longestPause,
        @DefaultValue("24h") @DurationMin(seconds = 1) Duration hold,
        @DefaultValue("5s") @DurationMin(millis = 100) Duration watermark,
        @DefaultValue("1h") @DurationMin(millis = 100) Duration idleWatermark) {}
