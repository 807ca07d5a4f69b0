package org.upprop.delivery.messaging;

import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.springframework.kafka.listener.CommonContainerStoppingErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;
import org.upprop.delivery.StageStopped;

/**
 * What is left for the container once {@link Deliveries} has dealt with the records: an outage, for which it waits
 * without limit, and a stage that stopped itself.
 */
final class OutagesWait extends DefaultErrorHandler {

    /** Always throws, too. */
    private final CommonContainerStoppingErrorHandler stops = new CommonContainerStoppingErrorHandler();

    OutagesWait(DeliveryProperties limits) {
        super(withoutLimit(limits));
        setClassifications(Map.of(), true);
    }

    @Override
    public void handleBatch(
            Exception thrown,
            ConsumerRecords<?, ?> records,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        if (thrown.getCause() instanceof StageStopped) {
            stops.handleBatch(thrown, records, consumer, container, invokeListener);
        }
        super.handleBatch(thrown, records, consumer, container, () -> {
            try {
                invokeListener.run();
            } catch (ListenerExecutionFailedException again) {
                if (again.getCause() instanceof StageStopped) {
                    stops.handleBatch(again, records, consumer, container, invokeListener);
                }
                throw again;
            }
        });
    }

    private static ExponentialBackOff withoutLimit(DeliveryProperties limits) {
        ExponentialBackOff backOff = new ExponentialBackOff(500, 2);
        backOff.setMaxInterval(limits.outagePause().toMillis());
        return backOff;
    }
}
