package org.upprop.delivery.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.test.context.TestPropertySource;
import org.upprop.delivery.NotYet;
import org.upprop.delivery.ReasonCode;
import org.upprop.event.EventHeaders;
import org.upprop.event.Samples;
import org.upprop.event.Topics;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.infrastructure.test.WholeTopic;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.messaging.SignatureRecords;

@OnRealInfrastructure
@TestPropertySource(
        properties = {
            "spring.config.import=classpath:delivery.yaml",
            "upprop.delivery.not-yet-wait=1s",
            "upprop.delivery.unexpected-pause=1ms",
            "upprop.delivery.unexpected-per-minute=2",
            "upprop.delivery.outage-pause=1s"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeliveriesIT {

    private static final AtomicInteger PEOPLE = new AtomicInteger();

    /** After the other tests, which must not fail for what a stage remembers that was stopped. */
    private static final int LATE = Integer.MAX_VALUE - 1;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @Autowired
    ConsumerFactory<byte[], byte[]> consumers;

    @Autowired
    Stage stage;

    @Autowired
    ListenersHealth health;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Autowired
    StageStart stageStart;

    @BeforeEach
    void forget() {
        stage.delivered.clear();
        stage.step = events -> {};
        stage.reader = SignatureRecords::readSubmitted;
        listeners.getAllListenerContainers().stream()
                .filter(listener -> stageStart.isReady() && !listener.isRunning())
                .forEach(MessageListenerContainer::start);
        await().atMost(Duration.ofMinutes(1)).until(() -> health.health().getStatus() == Status.UP);
    }

    @Test
    void setsAsideARecordItCannotReadAndGoesOn() {
        byte[] key = noise(16);
        byte[] value = noise(500);
        kafka.send(new ProducerRecord<>(Topics.SUBMITTED, 3, key, value)).join();
        SignatureSubmitted next = submit();

        awaitDelivered(next);
        ConsumerRecord<byte[], byte[]> dead = awaitDeadLetter(value);
        assertThat(dead.key()).isEqualTo(key);
        assertThat(dead.partition()).isEqualTo(3);
        assertThat(header(dead, EventHeaders.REASON)).isEqualTo(ReasonCode.UNREADABLE.name());
        assertThat(dead.headers())
                .extracting(Header::key)
                .noneMatch(name -> name.contains("exception"))
                .contains("kafka_dlt-original-topic", "kafka_dlt-original-offset");
    }

    @Test
    void tracesNothingWhereNobodyIsToldOfTraces(@Autowired ApplicationContext context) {
        assertThat(context.getBeanNamesForType(OpenTelemetry.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Tracer.class)).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("Span") || name.contains("LogRecord"));
    }

    @Test
    void keepsTheTraceOfARecordThatItSetsAside() {
        byte[] value = noise(500);
        var record = new ProducerRecord<>(Topics.SUBMITTED, 5, noise(16), value);
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        RecordHeaderTexts.add(record.headers(), EventHeaders.TRACE, trace);
        kafka.send(record).join();

        assertThat(header(awaitDeadLetter(value), EventHeaders.TRACE)).isEqualTo(trace);
    }

    @Test
    void keepsWhatARecordThatCameBackTellsOfIt() {
        byte[] value = noise(500);
        var record = new ProducerRecord<>(Topics.SUBMITTED, 5, noise(16), value);
        RecordHeaderTexts.add(record.headers(), EventHeaders.REDRIVES, "2");
        kafka.send(record).join();

        assertThat(header(awaitDeadLetter(value), EventHeaders.REDRIVES)).isEqualTo("2");
    }

    @Test
    void waitsThroughAnOutageAndSetsNothingAside() {
        AtomicInteger tries = new AtomicInteger();
        stage.step = events -> {
            if (tries.incrementAndGet() <= 4) {
                throw new IllegalStateException(new SQLTransientConnectionException("away", "08001"));
            }
        };
        SignatureSubmitted submitted = submit();

        awaitDelivered(submitted);
        assertThat(tries).hasValue(5);
        assertThat(deadLetterOf(submitted)).isEmpty();
    }

    @Test
    void waitsThroughAnOutageWhateverItIsWrappedIn() {
        AtomicInteger tries = new AtomicInteger();
        stage.step = events -> {
            if (tries.incrementAndGet() == 1) {
                throw (RuntimeException) new ClassCastException().initCause(new SQLTransientConnectionException());
            }
        };
        SignatureSubmitted submitted = submit();

        awaitDelivered(submitted);
    }

    @Test
    void setsAsideOnlyTheRecordThatTheDatabaseRefuses() {
        SignatureSubmitted refused = aSubmission();
        stage.step = events -> {
            if (events.contains(refused)) {
                throw new IllegalStateException(new SQLException("no", "22021"));
            }
        };
        SignatureSubmitted before = submit();
        kafka.send(SignatureRecords.submitted(refused)).join();
        SignatureSubmitted after = submit();

        awaitDelivered(before, after);
        assertThat(reasonOf(refused)).isEqualTo(ReasonCode.REFUSED_BY_DATABASE);
    }

    @Test
    void waitsForWhatItIsAheadOf() {
        AtomicInteger tries = new AtomicInteger();
        stage.step = events -> {
            if (tries.incrementAndGet() < 3) {
                throw new NotYet(ReasonCode.APPEAL_UNKNOWN);
            }
        };
        SignatureSubmitted submitted = submit();

        awaitDelivered(submitted);
        assertThat(deadLetterOf(submitted)).isEmpty();
    }

    @Test
    void setsAsideWhatStaysAhead() {
        SignatureSubmitted ahead = aSubmission();
        stage.step = events -> {
            if (events.contains(ahead)) {
                throw new NotYet(ReasonCode.APPEAL_UNKNOWN);
            }
        };
        kafka.send(SignatureRecords.submitted(ahead)).join();
        SignatureSubmitted next = submit();

        awaitDelivered(next);
        assertThat(reasonOf(ahead)).isEqualTo(ReasonCode.APPEAL_UNKNOWN);
    }

    @Test
    void triesAgainWhereItsReaderFailsForAnUnforeseenReason() {
        SignatureSubmitted unlucky = aSubmission();
        SignatureSubmitted hopeless = aSubmission();
        AtomicInteger tries = new AtomicInteger();
        stage.reader = record -> {
            Optional<SignatureSubmitted> read = SignatureRecords.readSubmitted(record);
            boolean fails = read.filter(unlucky::equals).isPresent() && tries.incrementAndGet() < 3
                    || read.filter(hopeless::equals).isPresent();
            if (fails) {
                throw new IllegalStateException("a mistake in the code");
            }
            return read;
        };
        kafka.send(SignatureRecords.submitted(unlucky)).join();
        kafka.send(SignatureRecords.submitted(hopeless)).join();

        awaitDelivered(unlucky);
        assertThat(reasonOf(hopeless)).isEqualTo(ReasonCode.UNEXPECTED);
        assertThat(deadLetterOf(unlucky)).isEmpty();
    }

    @Test
    @Order(LATE)
    void stopsTheStageWhoseCodeBrokeDuringAnOutage() {
        Set<List<SignatureSubmitted>> known = new HashSet<>();
        stage.step = events -> {
            throw known.add(events)
                    ? new IllegalStateException(new SQLTransientConnectionException("away", "08001"))
                    : new IllegalStateException("a mistake in the code");
        };
        Stream.generate(this::submit).limit(5).toList();

        await().atMost(Duration.ofMinutes(1)).until(() -> health.health().getStatus() == Status.DOWN);
        assertThat(stage.delivered).isEmpty();
    }

    @Test
    @Order(LATE + 1)
    void stopsTheStageWhenMoreFailThanABadRecordExplains() {
        stage.step = events -> {
            throw new IllegalStateException("a mistake in the code");
        };
        List<SignatureSubmitted> submitted =
                Stream.generate(this::submit).limit(5).toList();

        await().atMost(Duration.ofMinutes(1)).until(() -> health.health().getStatus() == Status.DOWN);
        assertThat(stage.delivered).isEmpty();
        assertThat(submitted.stream().filter(event -> !deadLetterOf(event).isEmpty()))
                .as("set aside before the stage stopped")
                .hasSizeLessThanOrEqualTo(2);
    }

    private SignatureSubmitted submit() {
        SignatureSubmitted submission = aSubmission();
        kafka.send(SignatureRecords.submitted(submission)).join();
        return submission;
    }

    private static SignatureSubmitted aSubmission() {
        return Samples.submittedBy(Samples.aPerson("person" + PEOPLE.incrementAndGet() + "@example.org"));
    }

    private void awaitDelivered(SignatureSubmitted... submitted) {
        await().atMost(Duration.ofMinutes(1)).until(() -> stage.delivered.containsAll(List.of(submitted)));
    }

    private ReasonCode reasonOf(SignatureSubmitted submitted) {
        byte[] value = SignatureRecords.submitted(submitted).value();
        return ReasonCode.valueOf(header(awaitDeadLetter(value), EventHeaders.REASON));
    }

    private ConsumerRecord<byte[], byte[]> awaitDeadLetter(byte[] value) {
        return await().atMost(Duration.ofMinutes(1))
                .until(() -> deadLetters(value), found -> !found.isEmpty())
                .getFirst();
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetterOf(SignatureSubmitted submitted) {
        return deadLetters(SignatureRecords.submitted(submitted).value());
    }

    private List<ConsumerRecord<byte[], byte[]>> deadLetters(byte[] value) {
        return WholeTopic.read(consumers.createConsumer("whole-topic", ""), Topics.deadLettersOf(Topics.SUBMITTED))
                .stream()
                .filter(record -> Arrays.equals(record.value(), value))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class TestApplication {

        @Bean
        Stage stage(Deliveries deliveries) {
            return new Stage(deliveries);
        }
    }

    static class Stage {

        final List<SignatureSubmitted> delivered = new CopyOnWriteArrayList<>();
        volatile Consumer<List<SignatureSubmitted>> step = events -> {};
        volatile RecordReader<SignatureSubmitted> reader = SignatureRecords::readSubmitted;
        private final Deliveries deliveries;

        Stage(Deliveries deliveries) {
            this.deliveries = deliveries;
        }

        @KafkaListener(topics = Topics.SUBMITTED, groupId = "deliveries")
        void on(List<ConsumerRecord<byte[], byte[]>> records) {
            deliveries.deliver(records, record -> reader.read(record), this::deliver);
        }

        private void deliver(List<SignatureSubmitted> events) {
            step.accept(events);
            delivered.addAll(events);
        }
    }
}
