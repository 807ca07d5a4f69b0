package org.upprop.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpectationTests {

    private static final PublicList EMPTY = new PublicList(List.of(), 0, 0);

    private final List<SampleSignature> sample = SampleSignature.all();
    private final List<Listed> visible = sample.stream()
            .map(SampleSignature::expected)
            .flatMap(Optional::stream)
            .toList();
    private final PublicList complete = new PublicList(visible, visible.size() + 1, 1);

    @Test
    void isMetByAllWhoConfirmed() {
        assertThat(new Expectation(sample, EMPTY).differences(complete)).isEmpty();
    }

    @Test
    void isMetBySigningAgainWithoutEffect() {
        assertThat(new Expectation(sample, complete).differences(complete)).isEmpty();
    }

    @Test
    void includesWhoeverSignedByHandBefore() {
        Listed byHand = visible.getFirst().named("Grace");
        PublicList before = new PublicList(List.of(byHand), 1, 0);
        List<Listed> both = Stream.concat(visible.stream(), Stream.of(byHand)).toList();

        Expectation expectation = new Expectation(sample, before);

        assertThat(expectation.differences(new PublicList(both, both.size() + 1, 1)))
                .isEmpty();
        assertThat(expectation.differences(complete)).containsExactly("missing: " + byHand);
    }

    @Test
    void isNotMetByANameThatIsThereTwiceOrMissingOrOther() {
        Expectation expectation = new Expectation(sample, EMPTY);
        Listed first = visible.getFirst();
        List<Listed> rest = visible.subList(1, visible.size());

        assertThat(expectation.differences(with(visible, first))).containsExactly("not expected: " + first);
        assertThat(expectation.differences(with(rest))).containsExactly("missing: " + first);
        assertThat(expectation.differences(with(rest, first.named("A. L.")))).hasSize(2);
    }

    @Test
    void isNotMetByACountThatDiffersFromTheList() {
        Expectation expectation = new Expectation(sample, EMPTY);

        assertThat(expectation.differences(new PublicList(visible, visible.size(), 0)))
                .hasSize(1);
        assertThat(expectation.differences(new PublicList(visible, visible.size(), 1)))
                .hasSize(1);
        assertThat(expectation.differences(new PublicList(visible, visible.size() + 2, 2)))
                .hasSize(1);
    }

    private static PublicList with(List<Listed> names, Listed... more) {
        List<Listed> all = Stream.concat(names.stream(), Stream.of(more)).toList();
        return new PublicList(all, all.size() + 1, 1);
    }
}
