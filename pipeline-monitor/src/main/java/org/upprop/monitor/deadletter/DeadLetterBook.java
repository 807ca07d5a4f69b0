package org.upprop.monitor.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.audit.AuditEvent;
import org.upprop.event.Topics;
import org.upprop.monitor.flow.PartitionId;

/**
 * What is known of dead letters, in memory. All of it comes from topics, in whatever order they are read: the dead letters
 * themselves, those that came back, and what people did. To hear something twice changes nothing.
 */
@Component
public class DeadLetterBook {

    private final int most;
    private final InstantSource clock;
    private final Map<Place, Listed> known = new HashMap<>();
    private final NavigableSet<Position> newestFirst = new TreeSet<>();
    private final SortedMap<Kind, Integer> counts = new TreeMap<>();
    private final Map<PartitionId, Long> ends = new HashMap<>();
    private final Set<Place> redrivenUnseen = new HashSet<>();
    private final List<Scope> discards = new ArrayList<>();
    private final Set<UUID> told = new HashSet<>();
    private @Nullable Redrive open;
    private Redrive.@Nullable Ended last;
    private long newsAt = System.nanoTime();

    DeadLetterBook(DeadLetterProperties limits, InstantSource clock) {
        this.most = limits.most();
        this.clock = clock;
    }

    /** A dead letter is there. One that its topic should have forgotten is not: what tells that it came back may be gone. */
    public synchronized void add(DeadLetter letter) {
        ends.merge(letter.id().partition(), letter.id().offset() + 1, Math::max);
        if (letter.at().isAfter(oldest()) && !known.containsKey(letter.id())) {
            put(new Listed(letter, fate(letter)));
            newestFirst.add(letter.position());
            if (known.size() > most) {
                remove(newestFirst.last().id());
            }
        }
    }

    /** A dead letter came back. */
    public synchronized void redriven(Place id) {
        Listed listed = known.get(id);
        if (listed == null) {
            redrivenUnseen.add(id);
        } else {
            put(new Listed(listed.letter(), Fate.REDRIVEN));
        }
        newsAt = System.nanoTime();
    }

    /** Somebody did something. While a redrive goes on, another has no effect: the first that was written is the one. */
    public synchronized void told(AuditEvent event) {
        if (told.add(event.id())) {
            switch (event.action()) {
                case REDRIVE_START -> {
                    if (open == null) {
                        open = Redrive.startedBy(event).orElse(null);
                        newsAt = System.nanoTime();
                    }
                }
                case REDRIVE_END ->
                    Optional.ofNullable(open)
                            .flatMap(redrive -> redrive.endedBy(event))
                            .ifPresent(ended -> {
                                last = ended;
                                open = null;
                            });
                case DISCARD -> Discard.toldBy(event).ifPresent(this::discard);
                default -> {}
            }
            notifyAll();
        }
    }

    /** Whether there is nothing to forget. */
    public synchronized boolean isEmpty() {
        return known.isEmpty() && redrivenUnseen.isEmpty();
    }

    /** Forgets what its topic has forgotten. */
    public synchronized void forget(Map<PartitionId, Long> firsts) {
        Set<Place> gone = known.values().stream()
                .filter(listed -> isBefore(listed.letter().id(), firsts)
                        || !listed.letter().at().isAfter(oldest()))
                .map(listed -> listed.letter().id())
                .collect(Collectors.toSet());
        gone.forEach(this::remove);
        redrivenUnseen.removeIf(id -> isBefore(id, firsts));
    }

    /** Waits until an event was heard of; false if that takes longer than {@code patience}. */
    public synchronized boolean await(UUID event, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!told.contains(event)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            wait(Math.max(1, left / 1_000_000));
        }
        return true;
    }

    /** Those that the filter lets through, from the newest to the oldest, at most so many behind one. */
    public synchronized List<Listed> part(Filter filter, @Nullable Position after, int limit) {
        NavigableSet<Position> rest = after == null ? newestFirst : newestFirst.tailSet(after, false);
        return rest.stream()
                .map(position -> Objects.requireNonNull(known.get(position.id())))
                .filter(filter::has)
                .limit(limit)
                .toList();
    }

    /** How many there are of each kind. */
    public synchronized SortedMap<Kind, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** How many there are of a kind. */
    public synchronized int count(Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** Whether there are so many that the oldest may be missing. */
    public synchronized boolean isFull() {
        return known.size() >= most;
    }

    /** A selection of what is there now. */
    public synchronized Scope now(Selection selection) {
        return new Scope(selection, ends);
    }

    /** Those of a scope that wait, in the order of each partition. */
    public synchronized List<DeadLetter> waiting(Scope scope) {
        return with(scope, Set.of(Fate.WAITING));
    }

    /** Those of a scope that can be given up: what came back cannot. */
    public synchronized List<DeadLetter> discardable(Scope scope) {
        return with(scope, Set.of(Fate.WAITING, Fate.QUARANTINED));
    }

    public synchronized boolean isWaiting(DeadLetter letter) {
        Listed listed = known.get(letter.id());
        return listed != null && listed.fate() == Fate.WAITING;
    }

    /** The redrive that goes on, whichever monitor is at it. */
    public synchronized Optional<Redrive> open() {
        return Optional.ofNullable(open);
    }

    public synchronized boolean isOpen(Redrive redrive) {
        return open != null && open.id().equals(redrive.id());
    }

    /** The redrive that goes on, else the one that ended last. */
    public synchronized Optional<Redrive.Progress> progress() {
        if (open != null) {
            return Optional.of(new Redrive.Progress(open, waiting(open.scope()).size(), null));
        }
        return Optional.ofNullable(last)
                .map(ended -> new Redrive.Progress(
                        ended.redrive(), waiting(ended.redrive().scope()).size(), ended));
    }

    /** How long nothing has been heard of any redrive. */
    public synchronized Duration silence() {
        return Duration.ofNanos(System.nanoTime() - newsAt);
    }

    private List<DeadLetter> with(Scope scope, Set<Fate> fates) {
        return known.values().stream()
                .filter(listed -> fates.contains(listed.fate()) && scope.has(listed.letter()))
                .map(Listed::letter)
                .sorted(Comparator.comparing(DeadLetter::id))
                .toList();
    }

    private Fate fate(DeadLetter letter) {
        if (redrivenUnseen.remove(letter.id())) {
            return Fate.REDRIVEN;
        }
        return discards.stream().anyMatch(discard -> discard.has(letter)) ? Fate.DISCARDED : letter.fate();
    }

    private void discard(Scope scope) {
        discards.add(scope);
        discardable(scope).forEach(letter -> put(new Listed(letter, Fate.DISCARDED)));
    }

    private void put(Listed listed) {
        Listed before = known.put(listed.letter().id(), listed);
        if (before != null) {
            counts.merge(Kind.of(before), -1, DeadLetterBook::sum);
        }
        counts.merge(Kind.of(listed), 1, Integer::sum);
    }

    private void remove(Place id) {
        Listed gone = known.remove(id);
        if (gone != null) {
            newestFirst.remove(gone.letter().position());
            counts.merge(Kind.of(gone), -1, DeadLetterBook::sum);
        }
    }

    private Instant oldest() {
        return clock.instant().minus(Topics.REPAIRS_KEPT);
    }

    private static boolean isBefore(Place place, Map<PartitionId, Long> firsts) {
        return place.offset() < firsts.getOrDefault(place.partition(), 0L);
    }

    /** Nothing is no kind. */
    private static @Nullable Integer sum(Integer one, Integer other) {
        return one + other == 0 ? null : one + other;
    }
}
