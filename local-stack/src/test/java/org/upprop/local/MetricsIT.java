package org.upprop.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.local.Campaign.PATIENCE;
import static org.upprop.local.Campaign.person;
import static org.upprop.local.Campaign.someAddress;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.Watching.Label;
import org.upprop.local.Watching.Selector;
import org.upprop.local.stack.Ports;
import org.upprop.local.stack.StackUnderTest;

@ExtendWith(StackUnderTest.Shared.class)
class MetricsIT {

    private static final Pattern SAMPLE = Pattern.compile("(?m)^([a-zA-Z_:][\\w:]*)(?:\\{([^}]*)})? ");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** Prometheus makes these, and adds these labels to what it reads. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS", "job", "instance");

    private final Ports ports;
    private final Campaign campaign;

    MetricsIT(StackUnderTest stack) {
        ports = stack.ports();
        campaign = Campaign.publishedIn(ports, stack.token());
    }

    @Test
    void areThoseThatAlertsAndTheDashboardAskFor() throws Exception {
        campaign.sign(person("Ada", someAddress()), "full");
        campaign.awaitNames("Ada");
        sendWhatNobodyCanRead();

        List<Selector> asked = Stream.of("prometheus/rules.yml", "grafana/upprop.json")
                .flatMap(file -> Watching.file(file).selectors())
                .filter(selector -> !OF_PROMETHEUS.contains(selector.metric()))
                .filter(selector -> !selector.metric().contains(":")) // made by a rule
                .distinct()
                .toList();

        assertThat(asked).hasSizeGreaterThan(20);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(unheardOf(asked)).isEmpty());
    }

    /** Publication sets it aside. */
    private void sendWhatNobodyCanRead() throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + ports.kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("signatures.verified.v1-redrive", new byte[] {1, 2, 3}))
                    .get();
        }
    }

    /** A value of a label need not have occurred if the README tells of it. */
    private List<String> unheardOf(List<Selector> asked) {
        Set<String> told = told();
        Predicate<String> documented = value -> Watching.readme().contains("`" + value + "`");
        return asked.stream()
                .flatMap(selector -> Stream.concat(
                        Stream.of(selector.metric()).filter(metric -> !told.contains(metric)),
                        selector.labels().stream()
                                .filter(label -> !OF_PROMETHEUS.contains(label.name()))
                                .flatMap(label -> unheardOf(selector.metric(), label, told, documented))))
                .toList();
    }

    private static Stream<String> unheardOf(
            String metric, Label label, Set<String> told, Predicate<String> documented) {
        String name = metric + " " + label.name();
        return told.contains(name)
                ? label.values().stream()
                        .filter(value -> !told.contains(name + " " + value) && !documented.test(value))
                        .map(value -> name + " " + value)
                : Stream.of(name);
    }

    /** Of all services the names of metrics, with those of their labels, and with the values of these. */
    private Set<String> told() {
        return IntStream.of(ports.intake(), ports.verification(), ports.publication(), ports.monitor())
                .mapToObj("http://localhost:%d/actuator/prometheus"::formatted)
                .flatMap(address -> SAMPLE.matcher(campaign.get(address).body()).results())
                .flatMap(MetricsIT::of)
                .collect(Collectors.toSet());
    }

    private static Stream<String> of(MatchResult sample) {
        String metric = sample.group(1);
        String labels = sample.group(2) == null ? "" : sample.group(2);
        return Stream.concat(
                Stream.of(metric),
                LABEL.matcher(labels)
                        .results()
                        .flatMap(label -> Stream.of(
                                metric + " " + label.group(1), metric + " " + label.group(1) + " " + label.group(2))));
    }
}
