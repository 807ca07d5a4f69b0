package org.upprop.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.TestPropertySource;
import org.upprop.access.messaging.TokenBook;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.control.messaging.BrakeBook;
import org.upprop.infrastructure.test.OnRealInfrastructure;

@OnRealInfrastructure
@TestPropertySource(properties = "spring.config.import=classpath:delivery.yaml")
class StageStartIT {

    private static final String NOBODY = "localhost:1";

    @Autowired
    ApplicationContext context;

    @Autowired
    KafkaConnectionDetails broker;

    @Test
    void beginsOnceTheBrokerAnswersHoweverOftenItDidNot() {
        AtomicInteger attempts = new AtomicInteger();
        List<Object> events = new CopyOnWriteArrayList<>();
        KafkaAdmin admin = impatientAdmin();
        admin.setBootstrapServersSupplier(() -> attempts.incrementAndGet() < 4 ? NOBODY : bootstrapServers());
        StageStart stage = new StageStart(admin, new KafkaListenerEndpointRegistry(), events::add);

        stage.start();

        await().atMost(Duration.ofSeconds(30)).until(() -> !events.isEmpty());
        assertThat(events).containsExactly(new TopicsReady());
        assertThat(attempts).hasValueGreaterThanOrEqualTo(4);
        assertThat(stage.isReady()).isTrue();
    }

    @Test
    void startsNoListenerOnceItIsStopped() {
        AtomicBoolean started = new AtomicBoolean();
        AtomicReference<StageStart> stage = new AtomicReference<>();
        var listeners = new KafkaListenerEndpointRegistry() {
            @Override
            public Collection<MessageListenerContainer> getAllListenerContainers() {
                started.set(true);
                return List.of();
            }
        };
        KafkaAdmin admin = impatientAdmin();
        admin.setBootstrapServersSupplier(this::bootstrapServers);
        CountDownLatch over = new CountDownLatch(1);
        stage.set(new StageStart(admin, listeners, ready -> {
            stage.get().stop();
            over.countDown();
        }));

        stage.get().start();

        await().atMost(Duration.ofSeconds(30)).until(() -> over.getCount() == 0);
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(30)).untilFalse(started);
    }

    @Test
    void givesAServiceTheAppealsTheBrakesAndTheTokensAndNoBookThatItDidNotAskFor() {
        assertThat(context.getBeansOfType(TopicBook.class).values())
                .hasOnlyElementsOfTypes(AppealBook.class, BrakeBook.class, TokenBook.class)
                .hasSize(3);
    }

    private KafkaAdmin impatientAdmin() {
        KafkaAdmin admin = new KafkaAdmin(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 1000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 1000));
        admin.setApplicationContext(context);
        admin.setOperationTimeout(1);
        return admin;
    }

    private String bootstrapServers() {
        return String.join(",", broker.getBootstrapServers());
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestApplication {}
}
