package org.upprop.monitor.flow.messaging;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** The one admin client of all looks at the brokers, opened when it is first needed, since their names may not be there before. */
@Component
class BrokerConnection implements DisposableBean {

    private final Map<String, Object> config;
    private @Nullable Admin admin;

    BrokerConnection(KafkaAdmin admin) {
        this.config = admin.getConfigurationProperties();
    }

    /** @throws KafkaException if no name of a broker leads anywhere */
    synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(config);
        }
        return admin;
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
