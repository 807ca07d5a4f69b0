package org.upprop.verification.mail.jdbc;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the queue of mails is shared.
 *
 * @param lease how long a sender may work on one mail before another takes it; longer than the longest conversation
 *     with a mail server; 5 min
 */
@ConfigurationProperties("upprop.mail.queue")
record MailQueueProperties(@DefaultValue("5m") Duration lease) {}
