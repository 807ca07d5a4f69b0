package org.upprop.monitor.deadletter.messaging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How dead letters come back.
 *
 * @param perSecond so many a second at most, and fewer where who begins it says so; 500, 1 to 10,000
 * @param patience how long nothing comes back before another monitor goes on with a redrive; 15 s, more than a second
 */
@Validated
@ConfigurationProperties("upprop.monitor.redrive")
record RedriveProperties(
        @DefaultValue("500") @Min(1) @Max(10_000) int perSecond,
        @DefaultValue("15s") Duration patience) {}
