package org.upprop.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script that solves the proof of work which intake asks for where more signatures come than usual. How long it took is
 * left in {@code target/proof-of-work.txt}.
 */
@InBrowser
class ProofIT {

    private static final Path SCRIPT = Path.of("../intake-service/src/main/resources/assets/proof.js");
    private static final Path REPORT = Path.of("target/proof-of-work.txt");
    private static final String SITE = "http://intake.test";

    /** What intake asks for unless it is told otherwise, {@code upprop.admission.proof.difficulty}. */
    private static final int DIFFICULTY = 16;

    private static final int PROOFS = 50;
    private static final int SLOWED = 6;
    private static final int NATIVE_HASHES = 200_000;
    private static final String RUN = UUID.randomUUID().toString().replace("-", "");

    /**
     * A measurement, which a busy machine would spoil, so only on demand. Chromium slows a page down but none of its
     * workers, so the page does the work itself here.
     */
    @Test
    @EnabledIfSystemProperty(named = "upprop.benchmark", matches = "true")
    void takesUnderThreeSecondsOnAPhoneSlowedSixTimes(Visitors visitors) throws IOException {
        Page page = visitors.visitor();
        page.setContent("<p>plain</p>");
        page.evaluate("() => { window.Worker = undefined; }");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(SCRIPT));
        List<Proof> unslowed = solve(page, 20);
        slowDown(page);
        List<Proof> proofs = solve(page, PROOFS);

        List<Duration> times = proofs.stream().map(Proof::time).sorted().toList();
        Duration late = times.get(PROOFS * 95 / 100);
        double ofTheMachine = nativeHashesPerSecond();
        Files.writeString(REPORT, """
                %d proofs of %d bits, slowed %d times: median %d ms, 95th percentile %d ms, longest %d ms
                hashes a second: %.0f slowed, %.0f unslowed, which is %.2f of the %.0f that one core does natively
                """.formatted(
                        PROOFS,
                        DIFFICULTY,
                        SLOWED,
                        times.get(PROOFS / 2).toMillis(),
                        late.toMillis(),
                        times.getLast().toMillis(),
                        hashesPerSecond(proofs),
                        hashesPerSecond(unslowed),
                        hashesPerSecond(unslowed) / ofTheMachine,
                        ofTheMachine));
        assertThat(proofs).allMatch(proof -> leadingZeroBits(proof.pass()) >= DIFFICULTY);
        assertThat(late).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'self'", "'none'"})
    void sendsTheFormWhenItIsDoneWhetherItMayUseAWorkerOrNot(String workers, Visitors visitors) {
        Page page = visitors.visitor();
        page.route(SITE + "/**", route -> answer(route, workers));

        page.navigate(SITE + "/form");
        Request sent =
                page.waitForRequest(request -> request.method().equals("POST"), () -> page.waitForURL(SITE + "/sent"));

        Map<String, String> fields = fields(sent.postData());
        assertThat(fields).containsEntry("name", "Ada").containsEntry("press", "sign");
        assertThat(fields.get("pass")).startsWith(token(0) + ":");
        assertThat(leadingZeroBits(fields.get("pass"))).isGreaterThanOrEqualTo(DIFFICULTY);
    }

    @Test
    void saysHowFarItIsAndLeavesThePageAlive(Visitors visitors) {
        Page page = visitors.visitor();
        page.setContent("<p>plain</p>");
        page.evaluate("() => { window.Worker = undefined; }");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(SCRIPT));

        Object seen = page.evaluate("""
                async token => {
                  const told = [];
                  let longest = 0;
                  let last = performance.now();
                  const pulse = setInterval(() => {
                    longest = Math.max(longest, performance.now() - last);
                    last = performance.now();
                  }, 10);
                  await uppropProof.solve(token, 18, done => told.push(done));
                  clearInterval(pulse);
                  return [told[told.length - 1], told.every((done, i) => i === 0 || done >= told[i - 1]), longest];
                }""", token(1));

        assertThat(seen).asInstanceOf(InstanceOfAssertFactories.LIST).satisfies(told -> {
            assertThat(told.get(0)).isEqualTo(1);
            assertThat(told.get(1)).isEqualTo(true);
            assertThat(((Number) told.get(2)).doubleValue()).isLessThan(500);
        });
    }

    private static void answer(Route route, String workers) {
        String path = route.request().url().substring(SITE.length());
        Route.FulfillOptions answer = new Route.FulfillOptions();
        switch (path) {
            case "/proof.js" -> answer.setPath(SCRIPT).setContentType("text/javascript");
            case "/form" ->
                answer.setContentType("text/html")
                        .setHeaders(Map.of(
                                "Content-Type",
                                "text/html",
                                "Content-Security-Policy",
                                "default-src 'none'; script-src 'self'; worker-src " + workers))
                        .setBody("""
                                <!DOCTYPE html><title>Form</title><script src="/proof.js" defer></script>
                                <form method="post" action="/sent">
                                <input name="name" value="Ada"><input type="hidden" name="pass" value="old">
                                <div data-proof-token="%s" data-proof-difficulty="%d"><progress max="1"></progress>
                                <p role="status" data-proof-done="Done">Working</p></div>
                                <button name="press" value="change">Change</button>
                                <button data-proof-button name="press" value="sign">Sign</button></form>
                                """.formatted(token(0), DIFFICULTY));
            default -> answer.setContentType("text/html").setBody("<!DOCTYPE html><title>Sent</title>");
        }
        route.fulfill(answer);
    }

    private static List<Proof> solve(Page page, int count) {
        List<Proof> proofs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long begin = System.nanoTime();
            Object pass = page.evaluate(
                    "([token, difficulty]) => uppropProof.solve(token, difficulty)", List.of(token(i), DIFFICULTY));
            proofs.add(new Proof(String.valueOf(pass), Duration.ofNanos(System.nanoTime() - begin)));
        }
        return proofs;
    }

    private static void slowDown(Page page) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", SLOWED);
        page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
    }

    private static double hashesPerSecond(List<Proof> proofs) {
        double seconds =
                proofs.stream().mapToLong(proof -> proof.time().toNanos()).sum() / 1e9;
        return proofs.stream().mapToLong(Proof::hashes).sum() / seconds;
    }

    /** What one core does for somebody who solves proofs without a browser, whoever else is on the machine. */
    private static double nativeHashesPerSecond() {
        ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int round = 0; round < 5; round++) {
            long begin = cpu.getCurrentThreadCpuTime();
            for (int hashes = 0; hashes < NATIVE_HASHES; hashes++) {
                sha256(token(0) + ":" + hashes);
            }
            best = Math.max(best, NATIVE_HASHES * 1e9 / (cpu.getCurrentThreadCpuTime() - begin));
        }
        return best;
    }

    private static int leadingZeroBits(String pass) {
        return Integer.numberOfLeadingZeros(ByteBuffer.wrap(sha256(pass)).getInt());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** As long as those of intake. */
    private static String token(int number) {
        return RUN + "%048d".formatted(number);
    }

    private static Map<String, String> fields(String body) {
        return Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private record Proof(String pass, Duration time) {

        /** Numbers are tried one after the other, from 0 on. */
        long hashes() {
            return Long.parseLong(pass.substring(pass.indexOf(':') + 1)) + 1;
        }
    }
}
