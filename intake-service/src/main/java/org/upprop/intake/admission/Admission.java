package org.upprop.intake.admission;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;
import org.upprop.signature.ScreeningMark;
import org.upprop.visit.Visitor;

/**
 * Decides who may sign at once and who is asked for a proof of work or a wait. It turns nobody away, and costs microseconds,
 * so that it can come before anything that costs more. Nothing of it is shared between instances but the key of the
 * challenges.
 */
@Component
public class Admission {

    private final Standings standings;
    private final Repeats repeats;
    private final Tickets tickets;
    private final AdmissionProperties.Turns turns;
    private final AdmissionProperties.Proof proof;
    private final Brakes brakes;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Admission(
            AdmissionProperties properties,
            Standings standings,
            Repeats repeats,
            Tickets tickets,
            Brakes brakes,
            InstantSource clock,
            MeterRegistry meters) {
        this.standings = standings;
        this.repeats = repeats;
        this.tickets = tickets;
        this.brakes = brakes;
        this.clock = clock;
        this.meters = meters;
        turns = properties.turns();
        proof = properties.proof();
    }

    /**
     * Decides about one attempt to sign.
     *
     * @param pass what was brought back of a challenge: its token, or its token and a nonce
     * @param key the idempotency key; a retry under the same one is let through as the first time
     */
    public Verdict admit(Appeal appeal, Visitor visitor, @Nullable String pass, @Nullable String key) {
        Optional<Verdict.Admitted> earlier = repeats.earlier(appeal.slug(), key);
        if (earlier.isPresent()) {
            count("repeated");
            return earlier.get();
        }
        Verdict verdict = new Attempt(appeal, visitor, clock.instant()).verdict(pass);
        if (verdict instanceof Verdict.Admitted admitted) {
            repeats.remember(appeal.slug(), key, admitted);
        }
        return verdict;
    }

    /** A challenge for somebody who wants to solve it before being asked. It has no turn, so waiting for it leads nowhere. */
    public Challenge challenge(Appeal appeal, Visitor visitor) {
        return new Attempt(appeal, visitor, clock.instant()).challenge(0, Optional.empty());
    }

    /** What is left of the limits of a visitor's address block. */
    public Collection<Quota> quotas(Visitor visitor) {
        return standings.of(visitor).quotas();
    }

    /** How hard a proof everybody must give, in bits: what is configured, or what an operator raises it to; 0 for none. */
    private int askedOfEverybody(AppealSlug appeal) {
        int raised = brakes.on(BrakeKind.PROOF_OF_WORK, appeal)
                .map(brake -> Objects.requireNonNullElse(brake.level(), proof.difficulty()))
                .orElse(0);
        return Math.clamp(Math.max(proof.always(), raised), 0, Challenge.HARDEST);
    }

    /** What one submission costs of the limits, in parts of {@link Allowance#WHOLE}: less where an operator widens them. */
    private int cost(AppealSlug appeal) {
        int widened =
                brakes.on(BrakeKind.WIDEN_LIMITS, appeal).map(Brake::level).orElse(1);
        return Allowance.WHOLE / Math.clamp(widened, 1, BrakeKind.WIDEN_LIMITS.highest());
    }

    private void count(String outcome) {
        meters.counter("upprop.admissions", "outcome", outcome).increment();
    }

    private void countProof(String result) {
        meters.counter("upprop.admission.proofs", "result", result).increment();
    }

    private final class Attempt {

        private final Appeal appeal;
        private final Standing standing;
        private final Heat heat;
        private final int askedOfEverybody;
        private final int cost;
        private final Instant now;

        Attempt(Appeal appeal, Visitor visitor, Instant now) {
            this.appeal = appeal;
            this.now = now;
            standing = standings.of(visitor);
            heat = standings.of(appeal.slug());
            askedOfEverybody = askedOfEverybody(appeal.slug());
            cost = cost(appeal.slug());
        }

        Verdict verdict(@Nullable String text) {
            Pass pass = Pass.read(text, appeal.slug(), tickets, now);
            return switch (pass) {
                case Pass.None none -> freeOrHeld();
                case Pass.Early(var ticket, var turn) -> isFree() ? free() : early(ticket, turn);
                case Pass.Waited(var ticket) -> isFree() ? free() : waited(ticket);
                case Pass.Solved(var ticket) -> solved(ticket);
                case Pass.Void worthless -> {
                    countProof("invalid");
                    yield freeOrHeld();
                }
            };
        }

        private Verdict freeOrHeld() {
            return isFree() ? free() : held();
        }

        private boolean isFree() {
            return askedOfEverybody == 0 && !heat.isHot() && standing.takes(cost);
        }

        private Verdict free() {
            return admitted("free", List.of(), null);
        }

        private Verdict solved(Ticket ticket) {
            if (!repeats.isFirstUse(ticket)) {
                countProof("used");
                return freeOrHeld();
            }
            countProof("valid");
            if (ticket.turn() != null) {
                standing.returnTurn(ticket.cost());
            }
            List<ScreeningMark> marks = standing.countSolved() ? List.of() : List.of(ScreeningMark.BURST);
            return admitted("solved", marks, ticket.id());
        }

        /** Patience proves little, and was only asked because more came than usual, so a reviewer looks at it. */
        private Verdict waited(Ticket ticket) {
            return repeats.isFirstUse(ticket)
                    ? admitted("waited", List.of(ScreeningMark.BURST), ticket.id())
                    : freeOrHeld();
        }

        private Verdict admitted(String outcome, List<ScreeningMark> marks, @Nullable UUID ticket) {
            heat.count(cost);
            count(outcome);
            return new Verdict.Admitted(marks, ticket == null ? null : ticket.toString());
        }

        private Verdict early(Ticket ticket, Instant turn) {
            count("held-early");
            return new Verdict.Held(
                    new Challenge(tickets.write(ticket, appeal.slug()), ticket.difficulty(), turn),
                    Duration.between(now, turn));
        }

        private Verdict held() {
            if (askedOfEverybody > 0) {
                return held("everybody", turns.costWhenHot(), turns.longest());
            }
            return heat.isHot()
                    ? held("appeal", turns.costWhenHot(), heat.untilItIsNot())
                    : held("origin", 1, standing.untilItTakes(cost));
        }

        private Verdict held(String reason, int cost, Duration untilFree) {
            count("held-" + reason);
            return new Verdict.Held(challenge(cost, standing.nextTurn(cost, turns.longest())), untilFree);
        }

        Challenge challenge(int cost, Optional<Duration> wait) {
            Instant readyAt = now.plus(wait.map(turn -> turn.compareTo(turns.shortest()) < 0 ? turns.shortest() : turn)
                    .orElse(turns.longest()));
            int difficulty =
                    Math.max(proof.difficulty(), askedOfEverybody) + (standing.hasSolvedItsShare() ? proof.extra() : 0);
            Ticket ticket = new Ticket(
                    UUID.randomUUID(),
                    Math.min(difficulty, Challenge.HARDEST),
                    cost,
                    wait.isPresent() ? readyAt : null,
                    readyAt.plus(proof.lifetime()));
            return new Challenge(tickets.write(ticket, appeal.slug()), ticket.difficulty(), readyAt);
        }
    }
}
