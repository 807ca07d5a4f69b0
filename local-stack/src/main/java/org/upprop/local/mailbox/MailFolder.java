package org.upprop.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mails as files, one for each recipient, that a mail program opens too. A file's name says when the mail came, its
 * first line who it was delivered to, so that the folder needs no index of its own.
 */
final class MailFolder {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3}Z)-\\d{4}");
    private static final String ENDING = ".eml";
    private static final String DELIVERED_TO = "Delivered-To: ";

    private final Path folder;
    private final Clock clock;
    private final NavigableMap<String, String> recipients = new ConcurrentSkipListMap<>();

    MailFolder(Path folder, Clock clock) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(id -> ID.matcher(id).matches())
                    .forEach(id -> recipients.put(id, recipientOf(id)));
        }
    }

    /** Once this has returned, the mail survives a restart, so that the sender may be told that it was taken. */
    synchronized void keep(String recipient, byte[] message) {
        String id = nextId();
        String address = recipient.replaceAll("[\\r\\n]", "");
        byte[] firstLine = (DELIVERED_TO + address + "\r\n").getBytes(UTF_8);
        byte[] content = new byte[firstLine.length + message.length];
        System.arraycopy(firstLine, 0, content, 0, firstLine.length);
        System.arraycopy(message, 0, content, firstLine.length, message.length);
        try {
            Path unfinished = Files.write(folder.resolve(id + ".part"), content);
            Files.move(unfinished, fileOf(id), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        recipients.put(id, address);
    }

    List<Mail> newest(int limit) {
        return recipients.descendingMap().keySet().stream()
                .limit(limit)
                .map(this::read)
                .toList();
    }

    List<Mail> newestTo(String address, int limit) {
        String wanted = address.strip().toLowerCase(Locale.ROOT);
        return recipients.descendingMap().entrySet().stream()
                .filter(mail -> mail.getValue().toLowerCase(Locale.ROOT).equals(wanted))
                .limit(limit)
                .map(Map.Entry::getKey)
                .map(this::read)
                .toList();
    }

    Optional<Mail> find(String id) {
        return recipients.containsKey(id) ? Optional.of(read(id)) : Optional.empty();
    }

    int size() {
        return recipients.size();
    }

    private String nextId() {
        String when = WHEN.format(clock.instant());
        int number = 0;
        String id;
        do {
            id = "%s-%04d".formatted(when, number++);
        } while (recipients.containsKey(id));
        return id;
    }

    private Mail read(String id) {
        try {
            return Mail.read(id, recipientOf(id), receivedAt(id), Files.readAllBytes(fileOf(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String recipientOf(String id) {
        try (Stream<String> lines = Files.lines(fileOf(id), ISO_8859_1)) {
            return lines.findFirst()
                    .filter(line -> line.startsWith(DELIVERED_TO))
                    .map(line -> line.substring(DELIVERED_TO.length()))
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant receivedAt(String id) {
        Matcher parts = ID.matcher(id);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not the id of a mail: " + id);
        }
        return Instant.from(WHEN.parse(parts.group(1)));
    }

    private Path fileOf(String id) {
        return folder.resolve(id + ENDING);
    }
}
