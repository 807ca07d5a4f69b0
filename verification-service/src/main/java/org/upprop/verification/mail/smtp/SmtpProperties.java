package org.upprop.verification.mail.smtp;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mail servers that take our mails. Where {@code providers} names none, it is the one of {@code spring.mail}, and what
 * is said here for all of them holds for that.
 *
 * @param perSecond how many mails a second a provider takes, of all instances together; 0.001 to 10,000, 14
 * @param senders how many mails are on their way to a provider at once from this instance; 1 to 64, 4
 * @param mailsPerConversation how many mails go out over one connection; 1 to 10,000, 100
 * @param idle how long a connection without a mail is kept for the next; up to 5 min, 10 s
 * @param timeout how long a server may take from the beginning of a mail, and of a connection, until it has all of it; 1 s
 *     to 10 min, 30 s
 * @param lastAnswer how long after that it may take to say so; whoever gave up sooner would send what has arrived again;
 *     1 s to 1 h, 10 min
 * @param providers by their names, which are lower case letters, digits and hyphens
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.2.6">RFC 5321, 10 minutes for the last answer</a>
 */
@Validated
@ConfigurationProperties("upprop.mail")
record SmtpProperties(
        @DefaultValue("14") @DecimalMin("0.001") @DecimalMax("10000")
        double perSecond,

        @DefaultValue("4") @Min(1) @Max(64) int senders,
        @DefaultValue("100") @Min(1) @Max(10_000) int mailsPerConversation,
        @DefaultValue("10s") @DurationMax(minutes = 5) Duration idle,

        @DefaultValue("30s") @DurationMin(seconds = 1) @DurationMax(minutes = 10)
        Duration timeout,

        @DefaultValue("10m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
        Duration lastAnswer,

        @DefaultValue Map<@Pattern(regexp = "[a-z0-9-]{1,32}") String, @Valid Server> providers) {

    /**
     * The server of one provider.
     *
     * @param port 1 to 65,535, 587
     * @param username who we are there; nobody, if absent
     * @param tls how the connection is secured; {@code starttls}
     * @param perSecond as for all, if absent
     * @param weight how many of the mails it gets while others could take them too, compared to their weights; 1 to
     *     1,000, 1
     * @param senders as for all, if absent
     */
    record Server(
            @NotBlank String host,
            @DefaultValue("587") @Min(1) @Max(65_535) int port,
            @Nullable @Size(min = 1) String username,
            @Nullable String password,
            @DefaultValue("starttls") @NotNull Tls tls,

            @Nullable @DecimalMin("0.001") @DecimalMax("10000")
            Double perSecond,

            @DefaultValue("1") @Min(1) @Max(1_000) int weight,
            @Nullable @Min(1) @Max(64) Integer senders) {

        @Override
        public String toString() {
            return "Server[" + host + ":" + port + "]";
        }
    }

    /** How a connection is secured. Where it is, the server must show a certificate that is valid for its name. */
    enum Tls {
        /** In the clear, for a server on this machine. */
        NONE,
        /** It begins in the clear, and nothing is sent before it is secured. */
        STARTTLS,
        /** From the first byte. */
        IMPLICIT
    }
}
