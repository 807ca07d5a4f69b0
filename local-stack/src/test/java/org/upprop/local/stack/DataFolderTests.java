package org.upprop.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.upprop.local.Problem;

class DataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void belongsToOneStackAtATime() throws IOException {
        try (DataFolder first = DataFolder.take(folder)) {
            assertThat(first.tokenFile()).hasParentRaw(folder);
            assertThatThrownBy(() -> DataFolder.take(folder))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(
                            "already runs on %s (process %d)",
                            folder, ProcessHandle.current().pid());
        }
        DataFolder.take(folder).close();
    }

    @Test
    void keepsItsSecretsForItsOwnerOnly() throws IOException {
        String token;
        String fingerprints;
        try (DataFolder data = DataFolder.take(folder)) {
            token = data.token();
            fingerprints = data.fingerprintSecret();
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
                .isEqualTo("rw-------");
        assertThat(Base64.getDecoder().decode(fingerprints)).hasSize(32);
        assertThat(token).isNotEqualTo(fingerprints);
        try (DataFolder again = DataFolder.take(folder)) {
            assertThat(again.token()).isEqualTo(token);
            assertThat(again.fingerprintSecret()).isEqualTo(fingerprints);
        }
    }
}
