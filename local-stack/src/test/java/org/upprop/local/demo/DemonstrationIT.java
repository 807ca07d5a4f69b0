package org.upprop.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.upprop.local.stack.StackUnderTest;

@ExtendWith(StackUnderTest.Shared.class)
class DemonstrationIT {

    private static final Path SAMPLE = Path.of("..", "appeals", "kazakhstan-2022");

    private final StackUnderTest stack;
    private final List<String> said = new CopyOnWriteArrayList<>();

    DemonstrationIT(StackUnderTest stack) {
        this.stack = stack;
    }

    @Test
    void succeedsAgainWhenItsLinksHaveEnded() throws Exception {
        assertThat(demonstrate()).isEmpty();
        stack.execute("verification", "update link set decides_until = now()");

        assertThat(demonstrate()).isEmpty();

        assertThat(said).contains("Ada Lindqvist (SE) decided: full → listed", "Ada Lindqvist (SE) decided before");
    }

    private List<String> demonstrate() {
        return new Demonstration(SAMPLE, stack.ports(), stack.token(), said::add).run();
    }
}
