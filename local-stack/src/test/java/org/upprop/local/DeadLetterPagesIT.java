package org.upprop.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.local.browser.Visitors.press;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.local.browser.InBrowser;
import org.upprop.local.browser.Looks;
import org.upprop.local.browser.Visitors;
import org.upprop.local.stack.StackUnderTest;

/** Operators look at dead letters and discard some. Of every page a picture is left in {@code target/browser}. */
@InBrowser
@ExtendWith(StackUnderTest.Shared.class)
class DeadLetterPagesIT {

    private static final int PHONE = 360;
    private static final String OF_THIS_TEST = "dead-letters?topic=signatures.verified.v1&reason=HEADER_MISSING";

    private static final String BOXES = ".letters input";

    private final StackUnderTest stack;
    private final String monitor;

    DeadLetterPagesIT(StackUnderTest stack) {
        this.stack = stack;
        monitor = "http://localhost:%d/".formatted(stack.ports().monitor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ru", "kk", "ar"})
    void areReadableInEveryLanguage(String language, Visitors visitors) throws Exception {
        setAside(3);
        Page page = visitors.visitor(particulars -> particulars.setLocale(language));
        signIn(page);
        page.navigate(monitor + OF_THIS_TEST);
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(BOXES).count() == 3;
        });
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        Looks.goodOnOneScreen(page, "monitor-dead-letters", language);
        page.locator(BOXES).first().check();
        press(page, "main > form button[formaction]");
        Looks.goodOnOneScreen(page, "monitor-discard", language);
        page.navigate(monitor + "dead-letters");
        press(page, "[data-live] > form button");
        Looks.goodOnOneScreen(page, "monitor-redrive", language);
        discardAll(page);
    }

    @Test
    void areDiscardedWithoutScripts(Visitors visitors) throws Exception {
        setAside(2);
        Page page = visitors.visitor(particulars ->
                particulars.setViewportSize(PHONE, 740).setLocale("sv").setJavaScriptEnabled(false));
        signIn(page);
        page.navigate(monitor + OF_THIS_TEST + "&state=waiting");
        page.waitForCondition(() -> {
            page.reload();
            return page.locator(BOXES).count() == 2;
        });

        discardAll(page);

        page.navigate(monitor + OF_THIS_TEST + "&state=waiting");
        assertThat(page.locator(BOXES).count()).isZero();
    }

    private void discardAll(Page page) {
        page.navigate(monitor + "dead-letters");
        press(
                page,
                "tr:has(input[value=HEADER_MISSING]):has(input[value='signatures.verified.v1']) button[formaction]");
        assertThat(page.locator("tbody td.number").count()).isOne();
        page.fill("#because", "A trial");
        press(page, ".fields button");
        assertThat(page.url()).endsWith("/dead-letters");
    }

    private void signIn(Page page) {
        page.navigate(monitor + "dead-letters");
        page.fill("#token", stack.token());
        press(page, "main form button");
    }

    private void setAside(int letters) throws Exception {
        List<Header> headers = List.of(
                new RecordHeader("upprop_reason", "HEADER_MISSING".getBytes(UTF_8)),
                new RecordHeader("ce_type", "org.upprop.signature.verified.v1".getBytes(UTF_8)),
                new RecordHeader("ce_appeal", "kazakhstan-2022".getBytes(UTF_8)));
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", "127.0.0.1:" + stack.ports().kafka()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int letter = 0; letter < letters; letter++) {
                producer.send(new ProducerRecord<>(
                        "signatures.verified.v1-dlt",
                        letter % 12,
                        "key".getBytes(UTF_8),
                        "no entry".getBytes(UTF_8),
                        headers));
            }
        }
    }
}
