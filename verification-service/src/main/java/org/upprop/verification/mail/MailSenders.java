package org.upprop.verification.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Several senders that empty the queue of mails at once, each by the provider whose turn it is. While the mail servers or
 * the database are away they wait; nothing else waits for them.
 */
@Component
class MailSenders implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MailSenders.class);
    private static final Duration LAST_MAIL = Duration.ofSeconds(20);

    private final Mailer mailer;
    private final MailsInHand inHand;
    private final Providers providers;
    private final Retries retries;
    private final MailProperties properties;
    private final Semaphore work = new Semaphore(0);

    /** One of those who have nothing to do looks for work; it wakes the next as soon as it has found some. */
    private final Semaphore looks = new Semaphore(1);

    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile List<Thread> senders = List.of();

    MailSenders(Mailer mailer, MailsInHand inHand, Providers providers, Retries retries, MailProperties properties) {
        this.mailer = mailer;
        this.inHand = inHand;
        this.providers = providers;
        this.retries = retries;
        this.properties = properties;
    }

    @TransactionalEventListener
    void on(MailOwed owed) {
        wakeOne();
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        stopped = stop;
        ended = end;
        senders = IntStream.rangeClosed(1, providers.senders())
                .mapToObj(n -> Thread.ofVirtual().name("mail-sender-" + n).start(() -> sendUntil(stop)))
                .toList();
        Thread.ofVirtual().name("mail-holder").start(() -> holdUntil(end));
    }

    /** Lets every sender finish its mail, which would else go out again; what takes too long is given up. */
    @Override
    public void stop() {
        stopped.countDown();
        wakeAll();
        Instant deadline = Instant.now().plus(LAST_MAIL);
        try {
            for (Thread sender : senders) {
                sender.join(Duration.between(Instant.now(), deadline));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        senders.forEach(Thread::interrupt);
        senders = List.of();
        ended.countDown();
    }

    @Override
    public boolean isRunning() {
        return !senders.isEmpty();
    }

    private void wakeAll() {
        work.drainPermits();
        work.release(providers.senders());
    }

    /** However often it is called while they work, one of them looks once more; and if it finds a mail, another does. */
    private void wakeOne() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    private void holdUntil(CountDownLatch end) {
        try {
            while (!end.await(properties.lease().toMillis() / 3, TimeUnit.MILLISECONDS)) {
                holdInHand();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void holdInHand() {
        try {
            inHand.hold();
        } catch (RuntimeException | Error away) {
            LOG.warn("The queue of mails does not answer: {}", away.getClass().getName());
        }
    }

    private void sendUntil(CountDownLatch stop) {
        int failures = 0;
        try {
            while (stop.getCount() > 0) {
                failures = sendOne() ? 0 : failures + 1;
                if (failures > 0 && stop.await(retries.whileAway(failures - 1).toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** False if the database was away. */
    private boolean sendOne() throws InterruptedException {
        try {
            if (!mailer.maySend() || hadNothingToSend()) {
                awaitWork();
            }
            return true;
        } catch (RuntimeException | Error failed) {
            LOG.warn("The queue of mails does not answer: {}", failed.getClass().getName());
            return false;
        }
    }

    private boolean hadNothingToSend() throws InterruptedException {
        Optional<Turn> next = providers.next(properties.poll());
        if (next.isEmpty()) {
            return false;
        }
        try (Turn turn = next.get()) {
            return !mailer.sendNext(turn, this::wakeOne);
        }
    }

    private void awaitWork() throws InterruptedException {
        if (!looks.tryAcquire()) {
            work.acquire();
            return;
        }
        try {
            boolean found = false;
            while (!found) {
                found = work.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS) || mailer.hasWork();
            }
        } finally {
            looks.release();
        }
    }
}
