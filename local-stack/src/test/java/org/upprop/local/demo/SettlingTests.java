package org.upprop.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SettlingTests {

    private final List<SampleSignature> sample = SampleSignature.all();
    private final List<Listed> visible = sample.stream()
            .map(SampleSignature::expected)
            .flatMap(Optional::stream)
            .toList();
    private final PublicList complete = new PublicList(visible, visible.size() + 1, 1);
    private final Listed other = visible.getFirst().named("Les Amis du Manguistaou");
    private final PublicList wrong =
            new PublicList(Stream.concat(visible.stream(), Stream.of(other)).toList(), visible.size() + 2, 1);
    private final Expectation expectation = new Expectation(sample, new PublicList(List.of(), 0, 0));
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void noticesANameThatComesOnTheListAfterAllTheOthers() {
        Settling settling = new Settling(() -> looks.incrementAndGet() < 3 ? complete : wrong, expectation, _ -> {});

        assertThat(settling.await(Duration.ofSeconds(1))).containsExactly("not expected: " + other);
    }

    @Test
    void endsWithTheListThatStaysRight() {
        Settling settling = new Settling(() -> looks.incrementAndGet() < 3 ? wrong : complete, expectation, _ -> {});

        assertThat(settling.await(Duration.ofSeconds(10))).isEmpty();
    }

    @Test
    void seesWhoWaitsForAReviewerDecideFirst() {
        assertThat(sample.getFirst().expected()).isEmpty();
        assertThat(sample.getFirst().isHidden()).isFalse();
    }
}
