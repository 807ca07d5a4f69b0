package org.upprop.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.upprop.infrastructure.PostgresServer;
import org.upprop.local.Problem;
import org.upprop.local.mailbox.Mailbox;
import org.upprop.local.republisher.RepublisherSite;

/** Everything that a signature passes on its way to the list, running on this machine. */
public final class LocalStack implements AutoCloseable {

    private final DataFolder data;
    private final Ports ports;
    private final Console console;
    private final Map<String, PartLog> logs = new LinkedHashMap<>();
    private final Supervised kafka;
    private final Supervised postgres;
    private final List<Supervised> services;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Mailbox mailbox;
    private @Nullable RepublisherSite republisher;
    private volatile boolean begun;
    private boolean closing;

    /**
     * Prepares a stack that {@link #start()} starts.
     *
     * @param home the project's folder, where the packaged services are
     * @param talkative whether the console shows everything that the parts say
     */
    public LocalStack(Path home, DataFolder data, Ports ports, Console console, boolean talkative) {
        this.data = data;
        this.ports = ports;
        this.console = console;
        String serviceLevels = talkative ? PartLog.EVERYTHING : "WARN|ERROR";
        // What the broker and the database server warn of, the services say where it matters.
        String groundLevels = talkative ? PartLog.EVERYTHING : "FATAL|PANIC";
        kafka = supervised(new KafkaPart(data.kafka(), ports.kafka(), log("kafka", groundLevels)));
        postgres = supervised(new PostgresPart(
                data.postgres(),
                ports.postgres(),
                Services.withDatabase(),
                data.databasePassword(),
                log("postgres", groundLevels)));
        services = new Services(home, data, ports, name -> log(name, serviceLevels))
                .all().stream().map(this::supervised).toList();
    }

    /** Returns when everything is ready. */
    public void start() {
        together(parts(), Supervised::stopLeftover);
        ports.checkFree();
        PostgresServer.obstacleTo(data.postgres()).ifPresent(obstacle -> {
            throw Problem.beforehand(obstacle + "; run this as another user, or choose another folder with --data.");
        });
        begun = true;
        console.say("starting Kafka (port %d), PostgreSQL (%d) and the mailbox (%d, mail comes in at %d)"
                .formatted(ports.kafka(), ports.postgres(), ports.mailbox(), ports.smtp()));
        CompletableFuture<Void> ground = CompletableFuture.allOf(startPart(kafka), startPart(postgres));
        openMailbox();
        openRepublisher();
        Map<String, CompletableFuture<Void>> starting = new LinkedHashMap<>();
        for (Supervised service : services) {
            starting.put(service.name(), ground.thenCompose(_ -> startPart(service)));
        }
        new Starting(starting, data.logs(), console).await();
    }

    public Ports ports() {
        return ports;
    }

    /** Blocks until the stack is closed by somebody else. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** A part by its name: {@code kafka}, {@code postgres}, or that of a service without what they all end in. */
    Supervised part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The stack has no " + name));
    }

    /** Stops the services before what they stand on. */
    @Override
    public void close() {
        synchronized (this) {
            if (closing) {
                awaitQuietly();
                return;
            }
            closing = true;
        }
        try {
            if (begun) {
                stopParts();
            }
            logs.values().forEach(PartLog::close);
        } finally {
            closed.countDown();
        }
    }

    private void stopParts() {
        console.say("stopping");
        logs.values().forEach(PartLog::mute);
        together(services, Supervised::stop);
        if (mailbox != null) {
            mailbox.close();
        }
        if (republisher != null) {
            republisher.close();
        }
        together(List.of(kafka, postgres), Supervised::stop);
        console.say("everything has stopped");
    }

    private Supervised supervised(Part part) {
        return new Supervised(part, console);
    }

    private PartLog log(String part, String shownLevels) {
        return logs.computeIfAbsent(
                part, name -> new PartLog(name, data.logs().resolve(name + ".log"), console, shownLevels));
    }

    private List<Supervised> parts() {
        List<Supervised> parts = new ArrayList<>(List.of(kafka, postgres));
        parts.addAll(services);
        return parts;
    }

    private synchronized CompletableFuture<Void> startPart(Supervised part) {
        if (closing) {
            return CompletableFuture.failedFuture(Problem.underway("The stack was stopped while it started"));
        }
        return part.start();
    }

    private synchronized void openMailbox() {
        try {
            mailbox = Mailbox.open(data.mails(), ports.smtp(), ports.mailbox());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void openRepublisher() {
        try {
            republisher = RepublisherSite.openForSample(ports.republisher(), "http://localhost:" + ports.intake());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void together(Collection<Supervised> parts, Consumer<Supervised> action) {
        CompletableFuture.allOf(parts.stream()
                        .map(part -> CompletableFuture.runAsync(() -> action.accept(part), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    private void awaitQuietly() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
