package org.upprop.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealRecords;
import org.upprop.infrastructure.test.OnRealInfrastructure;
import org.upprop.publication.list.AnEntry;
import org.upprop.publication.list.Appeals;
import org.upprop.signature.messaging.SignatureRecords;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Opens a whole list with the LibreOffice of this machine; where there is none, it is skipped. */
@OnRealInfrastructure
class SpreadsheetIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    /** Comma, quote, UTF-8. */
    private static final String AS_IT_IS_WRITTEN = "--infilter=Text - txt - csv (StarCalc):44,34,76";

    private static final List<String> NAMES = List.of(
            "Әйгерім Жүнісқызы",
            "محمد العلي",
            "王秀英",
            "ДʼАртаньян О’Нил",
            "Zoë \"Zo\" Ångström, dr",
            "Nguyễn Thị Ánh",
            "  Ada",
            "TRUE",
            "Mars 1",
            "1984");

    private static final List<String> FORMULAS = List.of(
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1;1)",
            "\t=1+1",
            " =1+1",
            "=HYPERLINK(\"https://evil.example\";\"Ada\")",
            "\"=1+1",
            "Ada;=1+1",
            "=cmd|' /C calc'!A0",
            "＝1+1");

    private final AppealSlug appeal = Appeals.newSlug();

    @LocalServerPort
    int port;

    @Autowired
    KafkaTemplate<byte[], byte[]> kafka;

    @TempDir
    Path folder;

    @Test
    void showsEveryNameAndRunsNoFormula() throws Exception {
        assumeThat(office()).as("LibreOffice").isNotNull();
        kafka.send(AppealRecords.present(Appeals.titled(appeal, "Bread for all", "Bröd åt alla")))
                .join();
        Stream.concat(NAMES.stream(), FORMULAS.stream())
                .map(name -> kafka.send(SignatureRecords.entry(
                        AnEntry.of(name).on(appeal).from("IE").listed(), Instant.now())))
                .toList()
                .forEach(CompletableFuture::join);
        await().atMost(LONG).until(() -> csv().lines().count() == 1 + NAMES.size() + FORMULAS.size());

        Document sheet = opened(csv());

        assertThat(formulasIn(sheet)).isEmpty();
        assertThat(cellsOf(sheet).map(cell -> cell.replace("'", "")))
                .containsAll(Stream.concat(NAMES.stream(), FORMULAS.stream())
                        .map(name -> name.replace("'", "").strip())
                        .toList());
        assertThat(cellsOf(sheet)).containsAll(NAMES.stream().map(String::strip).toList());
        assertThat(formulasIn(opened("\uFEFFname\r\n\"=1+1\"\r\n"))).isNotEmpty();
    }

    private String csv() throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://localhost:%d/api/v1/appeals/%s/signatories.csv".formatted(port, appeal)))
                    .header("Authorization", "Bearer a-token-of-organisers")
                    .build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    /** As XML, which says which cells calculate. */
    private Document opened(String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), csv);
        Process office = new ProcessBuilder(
                        office(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        AS_IT_IS_WRITTEN,
                        "--convert-to",
                        "fods",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        try {
            assertThat(office.waitFor(LONG.toSeconds(), TimeUnit.SECONDS))
                    .as("LibreOffice ends")
                    .isTrue();
        } finally {
            office.destroyForcibly();
        }
        DocumentBuilderFactory documents = DocumentBuilderFactory.newInstance();
        documents.setNamespaceAware(true);
        return documents.newDocumentBuilder().parse(folder.resolve("list.fods").toFile());
    }

    private static Stream<String> cellsOf(Document sheet) {
        return cells(sheet).map(cell -> cell.getTextContent().strip());
    }

    private static List<String> formulasIn(Document sheet) {
        return cells(sheet)
                .map(cell -> cell.getAttributeNS("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "formula"))
                .filter(formula -> !formula.isEmpty())
                .toList();
    }

    private static Stream<Element> cells(Document sheet) {
        NodeList cells = sheet.getElementsByTagNameNS("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table-cell");
        return IntStream.range(0, cells.getLength()).mapToObj(cell -> (Element) cells.item(cell));
    }

    private static String office() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .map(place -> Path.of(place, "soffice"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(null);
    }
}
