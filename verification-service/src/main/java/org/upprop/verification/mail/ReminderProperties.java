package org.upprop.verification.mail;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When who has not decided is reminded. No appeal whose signatories are at risk reminds anybody.
 *
 * @param after how long after the mail that asks; 0 for never, at most 13 days, 48 h
 * @param beforeEnd how long before the last link ends; 0 for never, at most 7 days, 24 h
 */
@Validated
@ConfigurationProperties("upprop.reminders")
record ReminderProperties(
        @DefaultValue("48h") @DurationMin @DurationMax(days = 13)
        Duration after,

        @DefaultValue("24h") @DurationMin @DurationMax(days = 7)
        Duration beforeEnd) {}
