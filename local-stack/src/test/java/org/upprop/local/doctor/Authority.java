package org.upprop.local.doctor;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes certificates by the JDK's keytool, and is believed by whoever is told to. */
final class Authority {

    private static final String PASSWORD = "for the test";
    private static final String ITSELF = "authority";

    private final Path folder;
    private final Map<String, SSLContext> made = new HashMap<>();

    Authority(Path folder) throws Exception {
        this.folder = folder;
        keytool(folder.resolve(ITSELF), ITSELF, "-dname", "CN=Authority", "-ext", "bc:c");
    }

    /** Who believes this authority alone. */
    Witness witness() {
        try {
            KeyStore own = read(folder.resolve(ITSELF));
            KeyStore believed = KeyStore.getInstance("PKCS12");
            believed.load(null, null);
            believed.setCertificateEntry(ITSELF, own.getCertificate(ITSELF));
            return new Witness(believed);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server for a name shows. */
    SSLContext certificate(String name) throws Exception {
        return certificate(name, "-validity", "90");
    }

    SSLContext certificate(String name, String... times) throws Exception {
        return made(name, "-signer " + ITSELF + " " + String.join(" ", times));
    }

    /** A certificate that vouches for itself. */
    SSLContext selfSigned(String name) throws Exception {
        return made(name, "-validity 90");
    }

    /** Each once, since keytool takes its time. */
    private SSLContext made(String name, String options) throws Exception {
        String all = "-dname CN=Server -ext san=dns:%s %s".formatted(name, options);
        SSLContext known = made.get(all);
        if (known != null) {
            return known;
        }
        Path keys = Files.copy(folder.resolve(ITSELF), folder.resolve("server-" + made.size()));
        keytool(keys, "server", all.split(" "));
        SSLContext shown = shown(keys);
        made.put(all, shown);
        return shown;
    }

    private static SSLContext shown(Path file) throws Exception {
        KeyStore keys = read(file);
        keys.deleteEntry(ITSELF);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore read(Path file) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static void keytool(Path file, String alias, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
        command.addAll(List.of("-alias", alias));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
    }
}
