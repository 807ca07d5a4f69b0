package org.upprop.publication.list;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the lists are read.
 *
 * @param answers how much memory the answers may take that are kept ready; 64 MB
 * @param streams how many may listen to counts at the same time on one instance; 4,000
 * @param readers how many connections readers share, beside those of who writes; 8
 * @param patience how long a reader's statement may take before the last answer is given instead; at least 100 ms, 3 s
 */
@Validated
@ConfigurationProperties("upprop.list")
public record ListProperties(
        @DefaultValue("64MB") DataSize answers,
        @DefaultValue("4000") @Positive int streams,
        @DefaultValue("8") @Positive int readers,
        @DefaultValue("3s") @DurationMin(millis = 100) Duration patience) {}
