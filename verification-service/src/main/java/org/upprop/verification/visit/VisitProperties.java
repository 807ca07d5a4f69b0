package org.upprop.verification.visit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one place may come, on one instance. A place is an IPv4 address or an IPv6 /64, so a whole office, and all who
 * decide on the page of another site that asks for them.
 *
 * @param perMinute how many pages and answers behind links it gets in a minute; 600, 1 to 1,000,000
 * @param asksPerHour how often it may have links mailed, report an entry or type a code in an hour; 120, 1 to 1,000,000
 * @param refusalsPerHour how many tokens of reviewers it may try in an hour that are none; 60, 1 to 1,000,000
 * @param networkFactor how many times as much all places of one IPv6 /48 get together; 16, 1 to 65,536
 * @param places how many places each of the three limits remembers at most; 50,000, 100 to 10,000,000, each about 0.5 KiB. Beyond it the ones
 *     that come least are forgotten, and start anew
 */
@Validated
@ConfigurationProperties("upprop.visits")
record VisitProperties(
        @DefaultValue("600") @Min(1) @Max(1_000_000) int perMinute,
        @DefaultValue("120") @Min(1) @Max(1_000_000) int asksPerHour,
        @DefaultValue("60") @Min(1) @Max(1_000_000) int refusalsPerHour,
        @DefaultValue("16") @Min(1) @Max(65_536) int networkFactor,

        @DefaultValue("50000") @Min(100) @Max(10_000_000) int places) {}
