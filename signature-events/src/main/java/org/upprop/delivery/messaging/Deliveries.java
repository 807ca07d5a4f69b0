package org.upprop.delivery.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.upprop.delivery.Failure;
import org.upprop.delivery.ReasonCode;

/**
 * Delivers a batch of records to a step: outages wait, bad records step aside, the records behind them go on.
 *
 * <p>The step gets the whole batch in one call. Only when that fails for another reason than an outage does it get the
 * records one by one, to find the one that is to be set aside. Nothing is set aside before every other record of the
 * batch has been delivered, so an outage in between repeats steps, which are idempotent, and no dead letter.
 */
public final class Deliveries {

    private final DeadLetters deadLetters;
    private final UnexpectedFailures unexpected;
    private final DeliveryProperties limits;
    private final Traces traces;
    private final InstantSource clock;

    Deliveries(DeadLetters deadLetters, DeliveryProperties limits, Traces traces, InstantSource clock) {
        this.deadLetters = deadLetters;
        this.unexpected = new UnexpectedFailures(limits.unexpectedPerMinute(), clock);
        this.limits = limits;
        this.traces = traces;
        this.clock = clock;
    }

    /**
     * Delivers what {@code reader} finds in the records.
     *
     * @param step takes the events in the order of the records, never none; one transaction, and idempotent
     */
    public <E> void deliver(
            List<ConsumerRecord<byte[], byte[]>> records, RecordReader<E> reader, Consumer<List<E>> step) {
        deliver(records, reader, step, aside -> {});
    }

    /** The same, and tells {@code setAside} of each record once it is a dead letter; of one perhaps more than once. */
    public <E> void deliver(
            List<ConsumerRecord<byte[], byte[]>> records,
            RecordReader<E> reader,
            Consumer<List<E>> step,
            Consumer<ConsumerRecord<byte[], byte[]>> setAside) {
        traces.receiving(records).during(() -> deliverBatch(records, reader, step, setAside));
    }

    private <E> void deliverBatch(
            List<ConsumerRecord<byte[], byte[]>> records,
            RecordReader<E> reader,
            Consumer<List<E>> step,
            Consumer<ConsumerRecord<byte[], byte[]>> setAside) {
        List<SetAside> aside = new ArrayList<>();
        try {
            List<E> events = read(records, reader, aside);
            if (!events.isEmpty()) {
                step.accept(events);
            }
        } catch (RuntimeException failed) {
            if (Failure.of(failed) instanceof Failure.Outage) {
                throw failed;
            }
            aside = deliverOneByOne(
                    records, record -> reader.read(record).ifPresent(event -> step.accept(List.of(event))));
        }
        aside.forEach(bad -> {
            deadLetters.take(bad.record(), bad.reason());
            setAside.accept(bad.record());
        });
    }

    private static <E> List<E> read(
            List<ConsumerRecord<byte[], byte[]>> records, RecordReader<E> reader, List<SetAside> aside) {
        List<E> events = new ArrayList<>(records.size());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                reader.read(record).ifPresent(events::add);
            } catch (RuntimeException failed) {
                if (!(Failure.of(failed) instanceof Failure.BadData bad)) {
                    throw failed;
                }
                aside.add(new SetAside(record, bad.reason()));
            }
        }
        return events;
    }

    private List<SetAside> deliverOneByOne(
            List<ConsumerRecord<byte[], byte[]>> records, Consumer<ConsumerRecord<byte[], byte[]>> delivery) {
        List<SetAside> aside = new ArrayList<>();
        Instant patience = clock.instant().plus(limits.notYetWait());
        for (ConsumerRecord<byte[], byte[]> record : records) {
            deliverAlone(record, delivery, patience).ifPresent(reason -> aside.add(new SetAside(record, reason)));
        }
        return aside;
    }

    /** Why the record is to be set aside, or nothing once it was delivered. */
    private Optional<ReasonCode> deliverAlone(
            ConsumerRecord<byte[], byte[]> record,
            Consumer<ConsumerRecord<byte[], byte[]>> delivery,
            Instant patience) {
        for (int attempt = 1; ; attempt++) {
            try {
                delivery.accept(record);
                return Optional.empty();
            } catch (RuntimeException failed) {
                switch (Failure.of(failed)) {
                    case Failure.Outage outage -> throw failed;
                    case Failure.BadData bad -> {
                        return Optional.of(bad.reason());
                    }
                    case Failure.Refused refused -> {
                        return Optional.of(ReasonCode.REFUSED_BY_DATABASE);
                    }
                    case Failure.Ahead ahead -> {
                        if (!clock.instant().isBefore(patience)) {
                            return Optional.of(ahead.reason());
                        }
                        pause(limits.notYetPause());
                    }
                    case Failure.Unexpected again -> {
                        if (attempt == limits.unexpectedTries()) {
                            unexpected.count(failed);
                            return Optional.of(ReasonCode.UNEXPECTED);
                        }
                        pause(limits.unexpectedPause().multipliedBy(1L << (attempt - 1)));
                    }
                }
            }
        }
    }

    private static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private record SetAside(ConsumerRecord<byte[], byte[]> record, ReasonCode reason) {}
}
