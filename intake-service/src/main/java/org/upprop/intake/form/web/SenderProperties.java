package org.upprop.intake.form.web;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a signatory is told about the mail to come.
 *
 * @param from the address that verification sends mails from; not told where it is absent
 */
@ConfigurationProperties("upprop.mail")
public record SenderProperties(@Nullable String from) {}
