package org.upprop.intake.signatory.web;

import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How publication-service is asked.
 *
 * @param url where this service reaches it, without a path; where the public does if absent
 * @param refresh how long from the beginning of one round of asking for all first signatories to that of the next; 1 to 30 s, 15 s
 */
@Validated
@ConfigurationProperties("upprop.publication")
record PublicationProperties(
        @Nullable URI url,

        @DefaultValue("15s") @DurationMin(seconds = 1) @DurationMax(seconds = 30)
        Duration refresh) {}
