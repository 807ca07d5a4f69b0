package org.upprop.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.admission.AnAdmission.solve;
import static org.upprop.intake.admission.AnAdmission.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.upprop.intake.admission.Verdict.Admitted;
import org.upprop.intake.admission.Verdict.Held;
import org.upprop.signature.ScreeningMark;
import org.upprop.visit.Visitor;

/** What somebody gets who brings no proof but all the patience, and as many connections as they like. */
class AttackTests {

    private AnAdmission at = AnAdmission.byDefault();

    @Test
    void getsLittleOutOfOneBlockHoweverManyTicketsAreDrawnAtOnce() {
        var got = harvest(1_000, number -> visitor(1), Duration.ofMinutes(30));

        assertThat(got.free()).isLessThanOrEqualTo(120 + 30 * 2);
        assertThat(got.waited()).isLessThanOrEqualTo(2 * 240);
        assertThat(got.waitedUnmarked()).isZero();
    }

    @Test
    void getsNoMoreOutOfTheBlocksOfOneNetworkThanOutOfSixteen() {
        var got = harvest(5_000, number -> visitor(48, number), Duration.ofMinutes(10));

        assertThat(got.free()).isLessThanOrEqualTo(16 * (120 + 10 * 2));
        assertThat(got.waited()).isLessThanOrEqualTo(16 * (240 + 80));
    }

    @Test
    void putsNobodyOfAnotherBlockIntoALine() {
        at = AnAdmission.with("budget=100/1m");
        harvest(2_000, number -> visitor(number % 50), Duration.ofSeconds(1));

        assertThat(at.come(visitor(999)))
                .isInstanceOfSatisfying(
                        Held.class,
                        held -> assertThat(held.challenge().readyAt())
                                .isEqualTo(at.clock.instant().plusSeconds(5)));
    }

    @Test
    void meetsTheBudgetOfTheAppealWithManyBlocks() {
        var got = harvest(2_000, number -> visitor(number), Duration.ZERO);

        assertThat(got.free()).isEqualTo(600);
    }

    @Test
    void letsPeopleWithAScriptThroughTheWholeTime() {
        at = AnAdmission.with("burst=20/7d");
        harvest(1_000, number -> visitor(1), Duration.ofMinutes(5));

        assertThat(at.come(visitor(1)))
                .isInstanceOfSatisfying(
                        Held.class,
                        held -> assertThat(at.come(visitor(1), solve(held.challenge())))
                                .isInstanceOf(Admitted.class));
    }

    @Test
    void doesNotDecideHowLargeTheHeapIs() {
        at = AnAdmission.with("memory.origins=5000");
        for (int i = 0; i < 50_000; i++) {
            at.come(visitor(i % 3_000, i));
        }

        assertThat(at.standings.remembered()).isLessThanOrEqualTo(5_000);
    }

    @Test
    void cannotMakeThoseForgottenWhoComeOftenByComingFromManyBlocks() {
        at = AnAdmission.with("memory.origins=1000", "burst=20/7d", "budget=10000000/1m");
        Visitor often = visitor(1_000_000);
        for (int i = 0; i < 200; i++) {
            at.come(often);
        }
        for (int i = 0; i < 30_000; i++) {
            at.come(visitor(i));
            if (i % 100 == 0) {
                at.come(often);
            }
        }

        assertThat(at.come(often)).isInstanceOf(Held.class);
    }

    /** Draws as many tickets as there are visits, and uses each as soon as it is ready until the time is over. */
    private Harvest harvest(int visits, IntFunction<Visitor> visitors, Duration time) {
        Instant end = at.clock.instant().plus(time);
        var tickets = new ArrayList<Drawn>();
        var got = new ArrayList<Admitted>();
        for (int i = 0; i < visits; i++) {
            tickets.add(new Drawn(visitors.apply(i), null));
        }
        do {
            for (int i = 0; i < tickets.size(); i++) {
                Drawn drawn = tickets.get(i);
                Held held = drawn.held();
                if (held == null
                        || !at.clock.instant().isBefore(held.challenge().readyAt())) {
                    String pass = held == null ? null : held.challenge().token();
                    switch (at.come(drawn.visitor(), pass)) {
                        case Admitted admitted -> {
                            got.add(admitted);
                            tickets.set(i, new Drawn(drawn.visitor(), null));
                        }
                        case Held next -> tickets.set(i, new Drawn(drawn.visitor(), next));
                    }
                }
            }
            at.clock.goOn(Duration.ofSeconds(1));
        } while (at.clock.instant().isBefore(end));
        return new Harvest(got);
    }

    private record Drawn(Visitor visitor, @Nullable Held held) {}

    private record Harvest(List<Admitted> got) {

        long free() {
            return got.stream().filter(admitted -> admitted.proof() == null).count();
        }

        long waited() {
            return got.size() - free();
        }

        long waitedUnmarked() {
            return got.stream()
                    .filter(admitted -> admitted.proof() != null)
                    .filter(admitted -> !admitted.marks().contains(ScreeningMark.BURST))
                    .count();
        }
    }
}
