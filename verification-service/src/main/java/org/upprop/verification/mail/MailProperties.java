package org.upprop.verification.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails get out.
 *
 * @param from the address that mails come from, under the publisher's name; {@code noreply@localhost}
 * @param poll how long a sender waits for work before it looks again; 1 s
 * @param lease how soon another sender takes a mail whose sender was killed; a sender that lives renews it three times
 *     as often; at least 3 s, 30 s
 * @param firstRetry the pause after the first attempt that failed, doubled each time; 1 min
 * @param longestRetry the longest pause between two attempts; 1 h
 * @param longestPause the longest pause before a mail server that does not answer, or the database, is asked again; 30 s
 */
@Validated
@ConfigurationProperties("upprop.mail")
record MailProperties(
        @DefaultValue("noreply@localhost") @NotEmpty @Email String from,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("30s") @DurationMin(seconds = 3) Duration lease,
        @DefaultValue("1m") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("30s") Duration longestPause) {}
