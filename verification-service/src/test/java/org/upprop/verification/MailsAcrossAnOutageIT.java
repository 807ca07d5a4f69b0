package org.upprop.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.verification.BadLine.Trouble;

/** Two instances that send mails while their database goes away for longer than a mail is leased. */
@OnRealInfrastructure
class MailsAcrossAnOutageIT {

    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final MailServer MAIL = MailServer.start();

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    KafkaConnectionDetails broker;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    AppealBook appeals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("mailSenders")
    SmartLifecycle ownSenders;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", MAIL::port);
        registry.add("upprop.fingerprint.secret", () -> Campaign.SECRET);
    }

    @BeforeEach
    void leaveTheMailsToOthers() {
        ownSenders.stop();
    }

    @AfterEach
    void goOn() {
        MAIL.refuse(address -> Optional.empty());
        ownSenders.start();
    }

    @Test
    void whatHadLeftBeforeItCouldBeMarkedIsNotSentAgain() {
        Campaign campaign = Campaign.begin(kafka, appeals);
        URI server = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
        try (BadLine line = new BadLine(new InetSocketAddress(server.getHost(), server.getPort()));
                ConfigurableApplicationContext one = beyond(line, server);
                ConfigurableApplicationContext other = beyond(line, server)) {
            // Mails that other tests still owe come as well.
            String person = UUID.randomUUID() + "@example.org";
            AtomicBoolean cut = new AtomicBoolean();
            MAIL.refuse(address -> {
                if (address.equals(person) && cut.compareAndSet(false, true)) {
                    line.make(Trouble.REFUSES);
                }
                return Optional.empty();
            });

            campaign.sign(person);
            await().atMost(Campaign.PATIENCE).until(() -> MAIL.to(person).size() == 1);
            await().atMost(Campaign.PATIENCE).until(() -> leasesHaveEnded(campaign));
            line.make(Trouble.NONE);

            await().atMost(Campaign.PATIENCE).until(() -> marked(campaign) == 1);
            assertThat(MAIL.to(person)).hasSize(1);
        }
    }

    /** It looks again so soon after an outage that it is there before the sender who has to mark what it sent. */
    private ConfigurableApplicationContext beyond(BadLine line, URI server) {
        JdbcConnectionDetails throughIt = new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return database.getUsername();
            }

            @Override
            public String getPassword() {
                return database.getPassword();
            }

            @Override
            public String getJdbcUrl() {
                return database.getJdbcUrl().replace(server.getAuthority(), "localhost:" + line.port());
            }
        };
        return AnotherInstance.beside(
                broker,
                throughIt,
                "--spring.mail.port=" + MAIL.port(),
                "--upprop.fingerprint.secret=" + Campaign.SECRET,
                "--upprop.mail.lease=" + LEASE.toMillis() + "ms",
                "--upprop.mail.longest-pause=50ms",
                "--spring.datasource.hikari.connection-timeout=250");
    }

    private boolean leasesHaveEnded(Campaign campaign) {
        return jdbc.sql(
                        "select count(*) from recipient r join submission s on s.recipient = r.address_key where s.appeal = ? and r.busy_until > now()")
                .param(campaign.slug().value())
                .query((row, number) -> row.getLong(1) == 0)
                .single();
    }

    private long marked(Campaign campaign) {
        return jdbc.sql(
                        "select count(*) from mail join submission s using (signature_id) where s.appeal = ? and mail.state = 'sent'")
                .param(campaign.slug().value())
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
