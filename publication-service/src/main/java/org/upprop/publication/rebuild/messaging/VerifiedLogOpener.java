package org.upprop.publication.rebuild.messaging;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.upprop.publication.rebuild.VerifiedLog;

/** Reads in bigger batches than a listener: nobody waits for the first of them. */
@Component
class VerifiedLogOpener implements VerifiedLog.Opener {

    private static final int RECORDS = 10_000;
    private static final int BYTES = 8 * 1024 * 1024;

    private final ConsumerFactory<?, ?> consumers;

    VerifiedLogOpener(ConsumerFactory<?, ?> consumers) {
        this.consumers = consumers;
    }

    @Override
    public VerifiedLog open() {
        Map<String, Object> config = new HashMap<>(consumers.getConfigurationProperties());
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        config.put(CommonClientConfigs.CLIENT_ID_CONFIG, "rebuild");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES);
        var bytes = new ByteArrayDeserializer();
        return new VerifiedLogReader(new KafkaConsumer<>(config, bytes, bytes));
    }
}
