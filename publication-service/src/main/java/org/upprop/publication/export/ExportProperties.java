package org.upprop.publication.export;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the database the downloads of whole lists may take.
 *
 * @param atOnce how many downloads go on at once in one instance, each of which holds a connection; one of them is kept
 *     for the organiser; at least 2, 4
 * @param longest after which time a download is broken off, since the database keeps what it has deleted meanwhile; at
 *     least 1 s, 30 min
 * @param silence how long the database may send no row, which it does where few are found; at least 1 s, 2 min
 */
@Validated
@ConfigurationProperties("upprop.export")
public record ExportProperties(
        @DefaultValue("4") @Min(2) int atOnce,
        @DefaultValue("30m") @DurationMin(seconds = 1) Duration longest,
        @DefaultValue("2m") @DurationMin(seconds = 1) Duration silence) {}
