package org.upprop.delivery.messaging;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads an event out of a record. */
@FunctionalInterface
public interface RecordReader<E> {

    /**
     * The event, or nothing where the record is of a type that this reader need not know.
     *
     * @throws org.upprop.delivery.BadRecord if it is of a type that must be known and cannot be read
     */
    Optional<E> read(ConsumerRecord<byte[], byte[]> record);
}
