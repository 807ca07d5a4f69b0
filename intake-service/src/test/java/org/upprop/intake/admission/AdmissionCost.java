package org.upprop.intake.admission;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.upprop.signature.Fingerprints;

/**
 * What admission costs on this machine, beside what it cannot be cheaper than: one HMAC and one SHA-256 of the same texts.
 * It is run by name only, and leaves its figures in {@code target/admission-cost.txt}.
 */
class AdmissionCost {

    private static final int PASSES = 20_000;
    private static final int ROUNDS = 5;
    private static final int ORIGINS = 50_000;

    /** The time of others on the machine does not count. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @Test
    void leavesItsFigures() throws GeneralSecurityException, IOException {
        double genuine = read(true);
        double forged = read(false);
        double admitted = admitted();
        double held = held();
        double ceiling = ceiling();
        String report = line("an HMAC and a SHA-256 of a pass, and nothing else", ceiling, ceiling)
                + line("a pass with a proof is read", genuine, ceiling)
                + line("a forged pass is read", forged, ceiling)
                + line("somebody is admitted who brings a proof", admitted, ceiling)
                + line("somebody of a full block is asked for one", held, ceiling)
                + "bytes for each of %,d blocks: %,d%n".formatted(ORIGINS, bytesForEachBlock());
        Files.writeString(Path.of("target/admission-cost.txt"), report);
    }

    private static String line(String what, double rate, double ceiling) {
        return "%-50s %,10.0f a second of one core's time, %.2f of the first%n".formatted(what, rate, rate / ceiling);
    }

    private static double ceiling() throws GeneralSecurityException {
        List<String> passes = passes(AnAdmission.with("proof.always=1"), true);
        SecretKeySpec key = new SecretKeySpec(new byte[32], "HmacSHA256");
        return best(round -> {
            for (String pass : passes) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(key);
                mac.doFinal(pass.substring(0, 42).getBytes(StandardCharsets.US_ASCII));
                MessageDigest.getInstance("SHA-256").digest(pass.getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    private static double read(boolean genuine) throws GeneralSecurityException {
        AnAdmission at = AnAdmission.with("proof.always=1");
        List<String> passes = passes(at, genuine);
        Tickets tickets = new Tickets(new Fingerprints(AnAdmission.SECRET));
        return best(round -> {
            for (String pass : passes) {
                if (Pass.read(pass, at.appeal.slug(), tickets, at.clock.instant()) instanceof Pass.Solved != genuine) {
                    throw new IllegalStateException();
                }
            }
        });
    }

    private static double admitted() throws GeneralSecurityException {
        AnAdmission at = AnAdmission.with("proof.always=1", "memory.answers=1000000");
        List<List<String>> passes = new ArrayList<>();
        for (int i = 0; i <= ROUNDS; i++) {
            passes.add(passes(at, true));
        }
        return best(round -> {
            for (String pass : passes.get(round)) {
                at.admission.admit(
                        at.appeal,
                        AnAdmission.visitor(1),
                        pass,
                        UUID.randomUUID().toString());
            }
        });
    }

    private static double held() throws GeneralSecurityException {
        AnAdmission at = AnAdmission.byDefault();
        return best(round -> {
            for (int i = 0; i < PASSES; i++) {
                at.come(AnAdmission.visitor(1));
            }
        });
    }

    private static List<String> passes(AnAdmission at, boolean genuine) {
        List<String> passes = new ArrayList<>();
        for (int i = 0; i < PASSES; i++) {
            Challenge challenge = at.admission.challenge(at.appeal, AnAdmission.visitor(i));
            String pass = AnAdmission.solve(challenge);
            passes.add(genuine ? pass : (pass.startsWith("B") ? "A" : "B") + pass.substring(1));
        }
        return passes;
    }

    private static long bytesForEachBlock() {
        AnAdmission at = AnAdmission.with("budget=100000000/1m");
        long before = used();
        for (int i = 0; i < ORIGINS; i++) {
            at.come(AnAdmission.visitor(i));
        }
        long bytes = (used() - before) / ORIGINS;
        if (at.standings.remembered() != ORIGINS) {
            throw new IllegalStateException();
        }
        return bytes;
    }

    private static long used() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static double best(Round round) throws GeneralSecurityException {
        double best = 0;
        for (int i = 0; i <= ROUNDS; i++) {
            long begin = CPU.getCurrentThreadCpuTime();
            round.run(i);
            long time = CPU.getCurrentThreadCpuTime() - begin;
            best = Math.max(best, PASSES * (double) TimeUnit.SECONDS.toNanos(1) / time);
        }
        return best;
    }

    private interface Round {
        void run(int number) throws GeneralSecurityException;
    }
}
