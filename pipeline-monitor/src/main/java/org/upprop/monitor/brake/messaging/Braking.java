package org.upprop.monitor.brake.messaging;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.access.Holder;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.audit.AuditAction;
import org.upprop.audit.AuditEvent;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.BrakeKind.Holds;
import org.upprop.control.messaging.BrakeBook;
import org.upprop.control.messaging.BrakeRecords;
import org.upprop.delivery.Away;
import org.upprop.monitor.audit.messaging.Actions;
import org.upprop.monitor.brake.BrakeRefused;
import org.upprop.monitor.brake.BrakeRefused.Why;

/** Puts brakes on and takes them off. Every service follows them, and obeys within a second or two. */
@Component
public class Braking {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BrakeBook brakes;
    private final AppealBook appeals;
    private final Actions actions;
    private final InstantSource clock;

    Braking(BrakeBook brakes, AppealBook appeals, Actions actions, InstantSource clock) {
        this.brakes = brakes;
        this.appeals = appeals;
        this.actions = actions;
        this.clock = clock;
    }

    /** Those that are on, as this instance knows. */
    public List<Brake> on() {
        return brakes.all();
    }

    /**
     * Puts a brake on, or changes how hard it is pulled. To put on what is on already changes nothing.
     *
     * @param appeal what it holds; everything, if absent
     * @throws BrakeRefused if there is no such brake
     * @throws Away if the broker does not answer; it may be on all the same
     */
    public Brake putOn(Holder who, BrakeKind kind, @Nullable AppealSlug appeal, @Nullable Integer level)
            throws InterruptedException {
        checkAppeal(kind, appeal);
        checkLevel(kind, level);
        Brake brake = new Brake(kind, appeal, level, clock.instant());
        Optional<Brake> present = find(kind, appeal).filter(other -> isSame(other, brake));
        if (present.isPresent()) {
            return present.get();
        }
        perform(who, AuditAction.BRAKE_ON, brake, BrakeRecords.on(brake));
        return brake;
    }

    /**
     * Takes a brake off, if it is on.
     *
     * @throws Away if the broker does not answer; it may be off all the same
     */
    public void takeOff(Holder who, BrakeKind kind, @Nullable AppealSlug appeal) throws InterruptedException {
        Optional<Brake> brake = find(kind, appeal);
        if (brake.isPresent()) {
            perform(who, AuditAction.BRAKE_OFF, brake.get(), BrakeRecords.off(brake.get(), clock.instant()));
        }
    }

    private Optional<Brake> find(BrakeKind kind, @Nullable AppealSlug appeal) {
        String key = Brake.keyOf(kind, appeal);
        return brakes.all().stream().filter(brake -> brake.key().equals(key)).findFirst();
    }

    /** Returns once this instance has read it back. */
    private void perform(Holder who, AuditAction action, Brake brake, ProducerRecord<byte[], byte[]> record)
            throws InterruptedException {
        Map<String, String> details = new TreeMap<>(Map.of("brake", brake.kind().id()));
        if (brake.appeal() != null) {
            details.put("appeal", brake.appeal().value());
        }
        if (brake.level() != null) {
            details.put("level", brake.level().toString());
        }
        AuditEvent event = AuditEvent.now(clock.instant(), who.name(), action, details);
        long offset = actions.perform(event, List.of(record)).getFirst();
        brakes.awaitOffset(offset, PATIENCE);
    }

    private void checkAppeal(BrakeKind kind, @Nullable AppealSlug appeal) {
        if (appeal == null && kind.holds() == Holds.ONE_APPEAL) {
            throw new BrakeRefused(Why.APPEAL_MISSING, "%s is put on one appeal; name it.".formatted(kind.id()));
        }
        if (appeal != null && kind.holds() == Holds.EVERYTHING) {
            throw new BrakeRefused(
                    Why.APPEAL_NOT_TAKEN, "%s holds everything at once, and no single appeal.".formatted(kind.id()));
        }
        if (appeal != null && appeals.find(appeal).isEmpty()) {
            throw new BrakeRefused(Why.APPEAL_UNKNOWN, "There is no such appeal.");
        }
    }

    private static void checkLevel(BrakeKind kind, @Nullable Integer level) {
        if (!kind.hasLevel() && level != null) {
            throw new BrakeRefused(Why.LEVEL_NOT_TAKEN, "%s has no level.".formatted(kind.id()));
        }
        if (kind.hasLevel() && (level == null || level < kind.lowest() || level > kind.highest())) {
            throw new BrakeRefused(
                    Why.LEVEL_RANGE,
                    "The level of %s is a whole number from %d to %d."
                            .formatted(kind.id(), kind.lowest(), kind.highest()));
        }
    }

    private static boolean isSame(Brake one, Brake other) {
        return Objects.equals(one.level(), other.level());
    }
}
