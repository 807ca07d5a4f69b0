package org.upprop.local.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upprop.local.Problem;

/**
 * The variables by which the services are told of the public and of mail servers.
 *
 * @param folder from which the names of files go out
 */
public record Settings(Map<String, String> variables, Path folder) {

    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?(\\w+)=(.*)");
    private static final Pattern QUOTED = Pattern.compile("(['\"])(.*)\\1(?:\\s+#.*)?");
    private static final Pattern PROVIDER = Pattern.compile("UPPROP_MAIL_PROVIDERS_([A-Z0-9]+)_HOST");

    /** As verification has them where nothing is said. */
    private static final int SPRING_PORT = 1025;

    private static final int PROVIDER_PORT = 587;

    /** Those of a file such as {@code .env}, if one is named, and of the environment, which counts for more. */
    public static Settings of(@Nullable Path file, Map<String, String> environment) {
        Map<String, String> variables = new HashMap<>();
        if (file != null) {
            read(file).forEach(line -> {
                Matcher setting = LINE.matcher(line.strip());
                if (setting.matches()) {
                    variables.put(setting.group(1), value(setting.group(2).strip()));
                }
            });
        }
        variables.putAll(environment);
        return new Settings(variables, file == null ? Path.of("") : file.resolveSibling(""));
    }

    /** A value that is empty says nothing. */
    public Optional<String> find(String variable) {
        return Optional.ofNullable(variables.get(variable)).filter(value -> !value.isBlank());
    }

    /** The file with the password of the mail servers. */
    public Optional<Path> passwordFile() {
        return find("UPPROP_MAIL_PASSWORD_FILE").map(folder::resolve);
    }

    /** Each provider by itself, or else the one of Spring's own properties. */
    List<MailServer> mailServers(@Nullable Path passwordFile) {
        Optional<String> password = Optional.ofNullable(passwordFile).map(Settings::password);
        List<MailServer> providers = new TreeMap<>(variables)
                .keySet().stream()
                        .map(PROVIDER::matcher)
                        .filter(Matcher::matches)
                        .map(provider -> provider("UPPROP_MAIL_PROVIDERS_%s_".formatted(provider.group(1)), password))
                        .toList();
        return providers.isEmpty()
                ? find("SPRING_MAIL_HOST").map(host -> theOneOfSpring(host, password)).stream()
                        .toList()
                : providers;
    }

    private MailServer provider(String prefix, Optional<String> password) {
        return new MailServer(
                variables.getOrDefault(prefix + "HOST", ""),
                port(prefix + "PORT", PROVIDER_PORT),
                find(prefix + "USERNAME").orElse(null),
                find(prefix + "PASSWORD").or(() -> password).orElse(null),
                tls(prefix + "TLS"));
    }

    private MailServer theOneOfSpring(String host, Optional<String> password) {
        return new MailServer(
                host,
                port("SPRING_MAIL_PORT", SPRING_PORT),
                find("SPRING_MAIL_USERNAME").orElse(null),
                find("SPRING_MAIL_PASSWORD").or(() -> password).orElse(null),
                tlsOfSpring());
    }

    private MailServer.Tls tls(String variable) {
        String name = find(variable).orElse("starttls");
        for (MailServer.Tls tls : MailServer.Tls.values()) {
            if (tls.name().equalsIgnoreCase(name)) {
                return tls;
            }
        }
        throw Problem.beforehand("%s is starttls, implicit or none, and not %s.".formatted(variable, name));
    }

    private MailServer.Tls tlsOfSpring() {
        if (is("SPRING_MAIL_PROTOCOL", "smtps") || is("SPRING_MAIL_SSL_ENABLED", "true")) {
            return MailServer.Tls.IMPLICIT;
        }
        return is("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_ENABLE", "true")
                        || is("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "true")
                ? MailServer.Tls.STARTTLS
                : MailServer.Tls.NONE;
    }

    private boolean is(String variable, String value) {
        return find(variable).filter(value::equalsIgnoreCase).isPresent();
    }

    private int port(String variable, int otherwise) {
        try {
            return find(variable).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException noNumber) {
            throw Problem.beforehand("%s is no port: %s".formatted(variable, variables.get(variable)));
        }
    }

    private static String value(String written) {
        Matcher quoted = QUOTED.matcher(written);
        return quoted.matches() ? quoted.group(2) : written.replaceFirst("\\s+#.*", "");
    }

    private static String password(Path file) {
        return String.join("\n", read(file)).strip();
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw Problem.beforehand("%s cannot be read.".formatted(file));
        }
    }

    /** Without values, some of which are secrets. */
    @Override
    public String toString() {
        return "Settings" + variables.keySet();
    }
}
