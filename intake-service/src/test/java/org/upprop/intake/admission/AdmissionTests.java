package org.upprop.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upprop.intake.admission.AnAdmission.solve;
import static org.upprop.intake.admission.AnAdmission.visitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.intake.AnAppeal;
import org.upprop.intake.admission.Verdict.Admitted;
import org.upprop.intake.admission.Verdict.Held;
import org.upprop.signature.ScreeningMark;
import org.upprop.visit.Visitor;

class AdmissionTests {

    private static final Visitor HALL = visitor(1);

    private AnAdmission at = AnAdmission.byDefault();

    @Test
    void letsAFewFromOneBlockSignAtOnceAndAsksTheNext() {
        for (int i = 0; i < 20; i++) {
            assertThat(at.come(HALL)).isEqualTo(new Admitted(List.of(), null));
        }
        assertThat(at.come(HALL)).isInstanceOf(Held.class);
        assertThat(at.come(visitor(2))).isInstanceOf(Admitted.class);
    }

    @Test
    void letsThoseThroughUnmarkedWhoBringAProof() {
        Challenge challenge = heldAt(HALL).challenge();

        assertThat(at.come(HALL, solve(challenge))).isInstanceOfSatisfying(Admitted.class, admitted -> {
            assertThat(admitted.marks()).isEmpty();
            assertThat(admitted.proof()).isNotNull();
        });
    }

    @Test
    void letsThoseThroughMarkedWhoHaveWaitedForTheirTurn() {
        at = AnAdmission.with("burst=20/7d");
        Challenge challenge = heldAt(HALL).challenge();

        assertThat(at.come(HALL, challenge.token()))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.challenge()).isEqualTo(challenge));
        at.clock.goOnTo(challenge.readyAt());
        assertThat(at.come(HALL, challenge.token()))
                .isInstanceOfSatisfying(
                        Admitted.class, admitted -> assertThat(admitted.marks()).containsExactly(ScreeningMark.BURST));
    }

    @Test
    void givesNoTurnThatIsFurtherAwayThanTwoMinutes() {
        at = AnAdmission.with("burst=20/7d");
        Instant latest = at.clock.instant().plus(Duration.ofMinutes(2));
        Challenge last = heldAt(HALL).challenge();
        for (int i = 0; i < 300; i++) {
            last = heldAt(HALL).challenge();
            assertThat(last.readyAt()).isBeforeOrEqualTo(latest);
        }
        Challenge withoutTurn = last;

        at.clock.goOnTo(latest);
        assertThat(at.come(HALL, withoutTurn.token()))
                .isInstanceOfSatisfying(
                        Held.class, held -> assertThat(held.challenge()).isNotEqualTo(withoutTurn));
        assertThat(at.come(HALL, solve(withoutTurn))).isInstanceOf(Admitted.class);
    }

    @Test
    void asksNothingOfThoseWhoWaitedUntilTheCrowdWasGone() {
        Challenge challenge = heldAt(HALL).challenge();

        at.clock.goOn(Duration.ofMinutes(2));
        assertThat(at.come(HALL, challenge.token())).isEqualTo(new Admitted(List.of(), null));
    }

    @Test
    void givesAllTurnsBackToThoseWhoSolveInsteadOfWaiting() {
        at = AnAdmission.with("proof.always=1", "turns.pace=1/10s");
        assertThat(waitFor(heldAt(HALL).challenge())).isEqualTo(Duration.ofSeconds(30));
        Challenge second = heldAt(HALL).challenge();
        assertThat(waitFor(second)).isEqualTo(Duration.ofSeconds(70));

        at.come(HALL, solve(second));

        assertThat(waitFor(heldAt(HALL).challenge())).isEqualTo(Duration.ofSeconds(70));
    }

    private Duration waitFor(Challenge challenge) {
        return Duration.between(at.clock.instant(), challenge.readyAt());
    }

    @Test
    void takesAsManyTimesAsMuchAsABrakeSays() {
        at = AnAdmission.with("burst=20/1m", "budget=1000/1m");
        at.brakes.put(new Brake(BrakeKind.WIDEN_LIMITS, at.appeal.slug(), 3, at.clock.instant()));

        assertThat(IntStream.range(0, 100).filter(time -> at.come(HALL) instanceof Admitted))
                .hasSize(60);
        at.clock.goOn(Duration.ofMinutes(1));
        assertThat(IntStream.range(0, 100).filter(time -> at.come(HALL) instanceof Admitted))
                .hasSize(60);
    }

    @Test
    void takesABudgetThatIsAsManyTimesAsLargeAsABrakeSays() {
        at = AnAdmission.with("burst=1000/1m", "sustained=1000/1h", "budget=10/1m");
        at.brakes.put(new Brake(BrakeKind.WIDEN_LIMITS, null, 5, at.clock.instant()));

        assertThat(IntStream.range(0, 100).filter(time -> at.come(HALL) instanceof Admitted))
                .hasSize(50);
    }

    @Test
    void takesLimitsAsWideAsTheyMayBe() {
        at = AnAdmission.with("burst=100000000/1s", "network-factor=65536");

        assertThat(at.come(visitor(1, 1))).isInstanceOf(Admitted.class);
    }

    @Test
    void takesAChallengeOnce() {
        at = AnAdmission.with("burst=20/7d");
        String solved = solve(heldAt(HALL).challenge());
        Challenge waited = heldAt(HALL).challenge();
        at.clock.goOnTo(waited.readyAt());

        assertThat(at.come(HALL, solved)).isInstanceOf(Admitted.class);
        assertThat(at.come(HALL, solved)).isInstanceOf(Held.class);
        assertThat(at.come(HALL, waited.token())).isInstanceOf(Admitted.class);
        assertThat(at.come(HALL, waited.token())).isInstanceOf(Held.class);
    }

    @Test
    void letsARetryThroughAsTheFirstTimeAndCountsItOnce() {
        UUID key = UUID.randomUUID();
        String pass = solve(heldAt(HALL).challenge());

        Verdict first = at.comeAgain(HALL, pass, key);
        assertThat(first).isInstanceOf(Admitted.class);
        assertThat(at.comeAgain(HALL, pass, key)).isEqualTo(first);
        assertThat(at.comeAgain(HALL, null, key)).isEqualTo(first);

        Visitor other = visitor(2);
        UUID another = UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            assertThat(at.comeAgain(other, null, another)).isInstanceOf(Admitted.class);
        }
        assertThat(at.admission.quotas(other)).first().extracting(Quota::left).isEqualTo(19L);
    }

    @Test
    void doesNotLetOneKeyThroughForEver() {
        UUID key = UUID.randomUUID();
        heldAt(HALL);
        String pass = solve(heldAt(HALL).challenge());

        for (int i = 0; i <= 10; i++) {
            assertThat(at.comeAgain(HALL, pass, key)).isInstanceOf(Admitted.class);
        }
        assertThat(at.comeAgain(HALL, pass, key)).isInstanceOf(Held.class);
    }

    @Test
    void asksAnewWhateverWorthlessPassIsBrought() {
        Challenge challenge = heldAt(HALL).challenge();
        String pass = solve(challenge);
        char last = challenge.token().charAt(67);
        String forged = challenge.token().substring(0, 67) + (last == 'A' ? 'B' : 'A');
        var worthless = new ArrayList<>(List.of(
                forged,
                solve(new Challenge(forged, challenge.difficulty(), challenge.readyAt())),
                challenge.token() + ":",
                challenge.token() + ":-1",
                challenge.token() + ":0x1",
                challenge.token() + ":12345678901234567",
                pass + ":1",
                "\u0000",
                "!".repeat(80),
                "x".repeat(8_000)));
        for (int i = 0; !worthless.contains("wrong"); i++) {
            String wrong = challenge.token() + ":" + i;
            if (!Pass.isProof(wrong, challenge.difficulty())) {
                worthless.add(wrong);
                worthless.add("wrong");
            }
        }
        for (String brought : worthless) {
            assertThat(at.come(HALL, brought))
                    .isInstanceOfSatisfying(
                            Held.class, held -> assertThat(held.challenge()).isNotEqualTo(challenge));
        }
        assertThat(at.admission.admit(AnAppeal.anAppeal().build(), HALL, pass, null))
                .isInstanceOf(Held.class);
        assertThat(at.come(HALL, pass)).isInstanceOf(Admitted.class);
    }

    @Test
    void forgetsAChallengeThatNobodyAnswered() {
        at = AnAdmission.with("burst=20/7d");
        Challenge challenge = heldAt(HALL).challenge();

        at.clock.goOnTo(challenge.readyAt().plus(Duration.ofMinutes(10)));
        assertThat(at.come(HALL, solve(challenge))).isInstanceOf(Held.class);
        assertThat(at.come(HALL, challenge.token())).isInstanceOf(Held.class);
    }

    @Test
    void acceptsWhatAnotherInstanceAskedFor() {
        AnAdmission other = AnAdmission.byDefault();
        Challenge challenge = heldAt(HALL).challenge();
        String pass = solve(challenge);

        assertThat(other.admission.admit(at.appeal, visitor(77), pass, null)).isEqualTo(at.come(HALL, pass));
        AnAdmission stranger = new AnAdmission(Map.of("upprop.admission.proof.always", "4"), new byte[33]);
        assertThat(stranger.admission.admit(at.appeal, HALL, pass, null)).isInstanceOf(Held.class);
    }

    @Test
    void asksEverybodyWhileAnAppealIsOverItsBudget() {
        at = AnAdmission.with("budget=100/1m");
        for (int i = 0; i < 100; i++) {
            assertThat(at.come(visitor(i))).isInstanceOf(Admitted.class);
        }

        assertThat(at.come(visitor(101))).isInstanceOf(Held.class);
        assertThat(at.admission.admit(AnAppeal.anAppeal().build(), visitor(102), null, null))
                .isInstanceOf(Admitted.class);
        at.clock.goOn(Duration.ofSeconds(29));
        assertThat(at.come(visitor(103))).isInstanceOf(Held.class);
        at.clock.goOn(Duration.ofSeconds(2));
        assertThat(at.come(visitor(104))).isInstanceOf(Admitted.class);
    }

    @Test
    void asksEverybodyForAsMuchAsTheOperatorSays() {
        Brake brake = new Brake(BrakeKind.PROOF_OF_WORK, at.appeal.slug(), 9, at.clock.instant());
        at.brakes.put(brake);
        Challenge challenge = heldAt(HALL).challenge();

        assertThat(challenge.difficulty()).isEqualTo(9);
        assertThat(at.come(HALL, solve(challenge))).isInstanceOf(Admitted.class);
        at.brakes.remove(brake);
        assertThat(at.come(HALL)).isInstanceOf(Admitted.class);
    }

    @Test
    void marksAndSlowsABlockThatSolvesMoreThanItsShare() {
        at = AnAdmission.with("solved=50/1h", "proof.always=4");
        for (int i = 0; i < 50; i++) {
            assertThat(solving(HALL).marks()).isEmpty();
        }
        assertThat(solving(HALL).marks()).containsExactly(ScreeningMark.BURST);
        assertThat(heldAt(HALL).challenge().difficulty()).isEqualTo(7);
        assertThat(heldAt(visitor(2)).challenge().difficulty()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 300, 600})
    void lets200PeopleOfOneBlockSignWithoutAScriptAfterTwoMinutesAtMost(int seconds) {
        assertThat(crowd(200, Duration.ofSeconds(seconds), false))
                .hasSize(200)
                .allMatch(signed -> signed.after().compareTo(Duration.ofMinutes(2)) <= 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 300, 600})
    void lets200PeopleOfOneBlockSignAtOnceAndUnmarkedWithAScript(int seconds) {
        assertThat(crowd(200, Duration.ofSeconds(seconds), true))
                .hasSize(200)
                .allMatch(signed -> signed.after().isZero() && signed.marks().isEmpty());
    }

    /** So many people come to one block, evenly over a time, and each does what the page says until they have signed. */
    private List<Signed> crowd(int size, Duration over, boolean withScript) {
        Instant start = at.clock.instant();
        var doors = new PriorityQueue<>(Comparator.comparing(Person::back));
        for (int i = 0; i < size; i++) {
            Instant arrival = start.plus(over.multipliedBy(i).dividedBy(size));
            doors.add(new Person(arrival, arrival, null));
        }
        var signed = new ArrayList<Signed>();
        while (!doors.isEmpty()) {
            Person next = doors.remove();
            at.clock.goOnTo(next.back());
            switch (at.come(HALL, next.pass())) {
                case Admitted admitted ->
                    signed.add(new Signed(Duration.between(next.arrival(), next.back()), admitted.marks()));
                case Held held
                when withScript -> doors.add(new Person(next.arrival(), next.back(), solve(held.challenge())));
                case Held(var challenge, var retryAfter) ->
                    doors.add(new Person(next.arrival(), challenge.readyAt(), challenge.token()));
            }
        }
        return signed;
    }

    private record Person(
            Instant arrival, Instant back, @Nullable String pass) {}

    private record Signed(Duration after, List<ScreeningMark> marks) {}

    private Held heldAt(Visitor visitor) {
        for (int i = 0; i < 1_000; i++) {
            if (at.come(visitor) instanceof Held held) {
                return held;
            }
        }
        throw new AssertionError("Nobody was held");
    }

    private Admitted solving(Visitor visitor) {
        return (Admitted) at.come(visitor, solve(heldAt(visitor).challenge()));
    }
}
