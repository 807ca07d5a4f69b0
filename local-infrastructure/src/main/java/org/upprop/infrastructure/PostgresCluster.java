package org.upprop.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** What a server keeps: its data, and the random password of its superuser beside them. */
record PostgresCluster(Path data, String superuserPassword) {

    static final String SUPERUSER = "postgres";

    private static final int PASSWORD_BYTES = 24;

    /** The cluster in the folder, made there where the folder is new. */
    static PostgresCluster in(Path home, PostgresBinaries binaries, PostgresAccount account) {
        var data = home.resolve("data");
        var passwordFile = home.resolve("superuser.password");
        try {
            if (!Files.exists(data)) {
                Files.createDirectories(home);
                writePassword(passwordFile);
                account.takeOver(home);
                // Under another name first: an interrupted attempt must never be taken for a whole cluster.
                var unfinished = home.resolve("data.unfinished");
                Folders.delete(unfinished);
                run(account.command(initialisation(unfinished, passwordFile, binaries)));
                Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresCluster(data, Files.readString(passwordFile));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a database cluster in " + home, e);
        }
    }

    private static List<String> initialisation(Path data, Path passwordFile, PostgresBinaries binaries) {
        return List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Needs no locale of the operating system, which may have none.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    private static void writePassword(Path file) throws IOException {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(bytes));
    }

    private static void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("initdb failed: " + output);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while initdb ran", e);
        }
    }
}
