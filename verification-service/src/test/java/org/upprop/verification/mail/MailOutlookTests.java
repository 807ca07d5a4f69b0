package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;

class MailOutlookTests {

    private static final Providers ALL_ANSWER = TestProviders.of(TestProviders.provider("one", 1, 1, 1_000));

    private final AtomicBoolean held = new AtomicBoolean();

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "60, 1", "61, 2", "120, 2", "6000, 100"})
    void tellsNobodyOfAMailMoreOrLess(long waiting, long minutes) {
        MailOutlook outlook = outlook(() -> oneASecond(waiting));
        outlook.look();

        assertThat(outlook.now()).contains(Duration.ofMinutes(minutes));
    }

    @Test
    void letsNobodyWaitForADatabaseThatDoesNotAnswer() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        MailOutlook outlook = outlook(() -> {
            try {
                answers.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return oneASecond(0);
        });
        Thread looking = Thread.ofVirtual().start(outlook::look);

        assertThatCode(() -> CompletableFuture.supplyAsync(outlook::now).get(5, TimeUnit.SECONDS))
                .doesNotThrowAnyException();

        answers.countDown();
        looking.join();
        assertThat(outlook.now()).contains(Duration.ofMinutes(1));
    }

    @Test
    void promisesNothingWhileTheQueueCannotBeSeen() {
        AtomicBoolean away = new AtomicBoolean();
        MailOutlook outlook = outlook(() -> {
            if (away.get()) {
                throw new IllegalStateException("the database is away");
            }
            return oneASecond(0);
        });
        assertThat(outlook.now()).isEmpty();
        outlook.look();
        assertThat(outlook.now()).isPresent();

        away.set(true);
        outlook.look();

        assertThat(outlook.now()).isEmpty();
    }

    @Test
    void promisesNothingWhileABrakeHoldsAllMails() {
        MailOutlook outlook = outlook(() -> oneASecond(1));
        held.set(true);
        outlook.look();
        assertThat(outlook.now()).isEmpty();

        held.set(false);
        outlook.look();

        assertThat(outlook.now()).isPresent();
    }

    private static MailBacklog oneASecond(long waiting) {
        return new MailBacklog(waiting, Duration.ofMinutes(1), 60, Duration.ofSeconds(1));
    }

    private MailOutlook outlook(Supplier<MailBacklog> backlog) {
        return new MailOutlook(owed(backlog), ALL_ANSWER, held::get);
    }

    private static OwedMails owed(Supplier<MailBacklog> backlog) {
        return new OwedMails() {
            @Override
            public void owe(Collection<OwedMail> mails) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int drop(Collection<SignatureId> signatures) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void dropCapped(AppealSlug appeal, AddressKey recipient) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Size size() {
                throw new UnsupportedOperationException();
            }

            @Override
            public MailBacklog backlog() {
                return backlog.get();
            }
        };
    }
}
