package org.upprop.verification.mail.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.upprop.verification.mail.Letter;
import org.upprop.verification.mail.Post;

/** Letters to one mail server, several over one connection. */
final class SmtpPost implements Post, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);

    private final SmtpServer server;
    private final ConcurrentLinkedDeque<Conversation> idle = new ConcurrentLinkedDeque<>();

    /** An interrupted virtual thread closes the socket that it waits for. */
    private final ExecutorService talks = Executors.newVirtualThreadPerTaskExecutor();

    SmtpPost(SmtpServer server) {
        this.server = server;
    }

    @Override
    public Delivery send(Letter letter) {
        try {
            MimeMessage message = Mime.of(letter);
            message.writeTo(OutputStream.nullOutputStream());
            return send(message);
        } catch (MessagingException | IOException unwritable) {
            LOG.warn("A mail cannot be written: {}", unwritable.getClass().getName());
            return new Delivery.Failed();
        }
    }

    /** Over a connection that was kept, which the server may have closed meanwhile, and then over a new one. */
    private Delivery send(MimeMessage message) {
        Optional<Conversation> kept = Optional.ofNullable(idle.pollFirst());
        if (kept.isPresent()) {
            Delivery delivery = send(message, kept.get());
            if (!(delivery instanceof Delivery.ServerAway)) {
                return delivery;
            }
        }
        return send(message, new Conversation(server));
    }

    private Delivery send(MimeMessage message, Conversation conversation) {
        Talk talk = new Talk();
        Future<Delivery> sent = talks.submit(() -> talk(message, conversation, talk));
        try {
            return answer(sent, talk);
        } catch (ExecutionException unforeseen) {
            conversation.end();
            throw new IllegalStateException(unforeseen.getCause());
        } catch (InterruptedException interrupted) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return talk.giveUp() ? new Delivery.ServerAway() : new Delivery.Unanswered();
        }
    }

    private Delivery answer(Future<Delivery> sent, Talk talk) throws ExecutionException, InterruptedException {
        try {
            return within(server.timeout(), sent);
        } catch (TimeoutException late) {
            if (talk.giveUp()) {
                sent.cancel(true);
                return new Delivery.ServerAway();
            }
        }
        try {
            return within(server.lastAnswer(), sent);
        } catch (TimeoutException late) {
            sent.cancel(true);
            return new Delivery.Unanswered();
        }
    }

    private static Delivery within(Duration time, Future<Delivery> sent)
            throws ExecutionException, InterruptedException, TimeoutException {
        return sent.get(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Delivery talk(MimeMessage message, Conversation conversation, Talk talk) {
        try {
            conversation.send(message, talk);
            keep(conversation);
            return new Delivery.Taken();
        } catch (MessagingException failure) {
            Answer answer = Answer.in(failure);
            if (answer.leavesConversationOpen()) {
                keep(conversation);
            } else {
                conversation.end();
            }
            return answer.delivery(talk.mayBeTaken());
        }
    }

    private void keep(Conversation conversation) {
        if (conversation.isUsedUp() || talks.isShutdown()) {
            conversation.end();
        } else {
            idle.addFirst(conversation);
        }
    }

    /** Says goodbye where no mail came for too long; only whoever takes a conversation out has it. */
    void endIdle() {
        for (Conversation conversation : idle) {
            if (conversation.isIdleFor(server.idle()) && idle.remove(conversation)) {
                conversation.end();
            }
        }
    }

    @Override
    public void close() {
        talks.shutdown();
        for (Conversation last = idle.pollFirst(); last != null; last = idle.pollFirst()) {
            last.end();
        }
    }
}
