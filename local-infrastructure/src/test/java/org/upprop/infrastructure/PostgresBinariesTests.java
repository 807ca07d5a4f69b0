package org.upprop.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTests {

    @TempDir
    Path cache;

    @Test
    void unpacksOnceWhenTwoStartAtTheSameTime() throws Exception {
        var one = CompletableFuture.supplyAsync(() -> PostgresBinaries.unpackedIn(cache));
        var other = CompletableFuture.supplyAsync(() -> PostgresBinaries.unpackedIn(cache));

        assertThat(one.get()).isEqualTo(other.get());
        assertThat(one.get().program("postgres")).isExecutable();
        try (var left = Files.list(cache)) {
            assertThat(left).containsExactly(one.get().home());
        }
    }
}
