package org.upprop.delivery.messaging;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Up while a broker answers. It alerts and takes nothing out: what can be served without a broker is. */
final class BrokerHealth extends AbstractHealthIndicator implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Map<String, Object> adminConfig;
    private @Nullable Admin admin;

    BrokerHealth(Map<String, Object> adminConfig) {
        this.adminConfig = adminConfig;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) throws InterruptedException {
        try {
            builder.up().withDetail("brokers", brokers());
        } catch (ExecutionException | TimeoutException | KafkaException away) {
            builder.down();
        }
    }

    @Override
    public synchronized void destroy() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private int brokers() throws InterruptedException, ExecutionException, TimeoutException {
        var options = new DescribeClusterOptions().timeoutMs((int) PATIENCE.toMillis());
        return connected()
                .describeCluster(options)
                .nodes()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .size();
    }

    private synchronized Admin connected() {
        if (admin == null) {
            admin = Admin.create(adminConfig);
        }
        return admin;
    }
}
