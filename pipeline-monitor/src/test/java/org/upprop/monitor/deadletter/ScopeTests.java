package org.upprop.monitor.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.monitor.flow.PartitionId;

class ScopeTests {

    private static final Map<PartitionId, Long> ENDS =
            Map.of(new PartitionId("signatures.verified.v1-dlt", 0), 7L, new PartitionId("a-dlt", 11), 2L);

    @Test
    void isTheSameOnceItWasWrittenDown() {
        assertComesBack(new Scope(new Selection.All(null, null), ENDS));
        assertComesBack(new Scope(new Selection.All("a", null), ENDS));
        assertComesBack(new Scope(new Selection.All("a", "INVALID"), Map.of()));
        assertComesBack(new Scope(new Selection.These(Set.of(Place.of("a-dlt", 0, 1), Place.of("a-dlt", 0, 2))), ENDS));
        assertComesBack(new Scope(new Selection.These(Set.of()), ENDS));
    }

    @Test
    void isNotReadFromWhatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(Map.of("ids", "a/b")));
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(Map.of("ends", "a/0/1 b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/1", "a/-1/2", "a/1/2/3", "ä/1/2", "a/1/1234567890123456789", "a b/1/2"})
    void isNoPlaceWhereTheFormIsAnother(String text) {
        assertThat(Place.read(text)).isEmpty();
    }

    private static void assertComesBack(Scope scope) {
        assertThat(Scope.of(scope.details())).isEqualTo(scope);
    }
}
