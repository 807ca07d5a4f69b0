package org.upprop.verification.list;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
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
 */
@Validated
@ConfigurationProperties("upprop.relay")
public record RelayProperties(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("500") @Min(1) @Max(5_000) int batch,
        @DefaultValue("10s") Duration longestPause) {}
