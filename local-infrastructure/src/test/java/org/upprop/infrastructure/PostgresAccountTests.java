package org.upprop.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresAccountTests {

    @TempDir
    Path folder;

    @Test
    void namesTheOutermostFolderThatIsClosedToIt() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root") && Programs.exists("setpriv"));
        var account = PostgresAccount.of(PostgresAccount.NOBODY);
        var data = Files.createDirectories(folder.resolve("between").resolve("data"));

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThat(account.obstacleTo(data.resolve("postgres")))
                .hasValueSatisfying(obstacle -> assertThat(obstacle).endsWith(" " + folder));

        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        assertThat(account.obstacleTo(data.resolve("postgres"))).isEmpty();
    }
}
