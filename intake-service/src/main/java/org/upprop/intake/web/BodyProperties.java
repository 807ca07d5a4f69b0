package org.upprop.intake.web;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a body may take.
 *
 * @param patience from its first byte to its last, however steadily they come; 10 s, 1 s to 60 s. A sender that falls
 *     silent is cut by {@code server.tomcat.connection-timeout} besides, so none holds on for longer than both together
 */
@Validated
@ConfigurationProperties("upprop.body")
record BodyProperties(
        @DefaultValue("10s") @DurationMin(seconds = 1) @DurationMax(seconds = 60)
        Duration patience) {

    /** The limit, for whoever breaks it. */
    String rule() {
        return "It must be there within " + patience.toSeconds() + " seconds.";
    }
}
