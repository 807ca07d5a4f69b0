package org.upprop.intake.admission;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.upprop.appeal.Appeal;
import org.upprop.intake.AnAppeal;
import org.upprop.intake.Ports.BrakesInMemory;
import org.upprop.signature.Fingerprints;
import org.upprop.visit.Visitor;

/** One instance with a clock of its own, whose proofs take no time, and everybody who may come to it. */
final class AnAdmission {

    static final byte[] SECRET = new byte[32];

    final MovableClock clock = new MovableClock();
    final MeterRegistry meters = new SimpleMeterRegistry();
    final Appeal appeal = AnAppeal.anAppeal().build();
    final BrakesInMemory brakes = new BrakesInMemory();
    final Standings standings;
    final Admission admission;

    AnAdmission(Map<String, String> settings) {
        this(settings, SECRET);
    }

    AnAdmission(Map<String, String> settings, byte[] secret) {
        AdmissionProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("upprop.admission", AdmissionProperties.class);
        standings = new Standings(properties, clock, meters);
        admission = new Admission(
                properties,
                standings,
                new Repeats(properties, clock),
                new Tickets(new Fingerprints(secret)),
                brakes,
                clock,
                meters);
    }

    /** As it is configured where nothing is, but for the work of a proof. */
    static AnAdmission byDefault() {
        return with();
    }

    static AnAdmission with(String... settings) {
        var all = new java.util.HashMap<String, String>();
        all.put("upprop.admission.proof.difficulty", "4");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put("upprop.admission." + parts[0], parts[1]);
        }
        return new AnAdmission(all);
    }

    static Visitor visitor(long number) {
        return new Visitor(new Visitor.Origin(4, number), null);
    }

    static Visitor visitor(long network, long number) {
        return new Visitor(new Visitor.Origin(6, number), new Visitor.Origin(48, network));
    }

    Verdict come(Visitor visitor) {
        return come(visitor, null);
    }

    Verdict come(Visitor visitor, @Nullable String pass) {
        return admission.admit(appeal, visitor, pass, null);
    }

    Verdict comeAgain(Visitor visitor, @Nullable String pass, UUID key) {
        return admission.admit(appeal, visitor, pass, key.toString());
    }

    static String solve(Challenge challenge) {
        return LongStream.range(0, Long.MAX_VALUE)
                .mapToObj(nonce -> challenge.token() + ":" + nonce)
                .filter(pass -> Pass.isProof(pass, challenge.difficulty()))
                .findFirst()
                .orElseThrow();
    }
}
