package org.upprop.intake.signatory.web;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.neighbour.web.Neighbour;
import org.upprop.intake.signatory.FirstSignatories;
import org.upprop.intake.signatory.FirstSignatory;
import org.upprop.signature.SignatoryKind;

/**
 * First signatories as the list had them a moment ago. Whoever took a name back must not be read here for longer than a
 * cached list may be: a minute, or ten while the list does not answer.
 */
final class PublishedSignatories implements FirstSignatories {

    private static final Duration OLDEST = Duration.ofSeconds(60);
    private static final Duration OLDEST_WHILE_AWAY = Duration.ofMinutes(10);

    /** So many ids fit into one address. */
    private static final int AT_ONCE = 100;

    private final Appeals appeals;
    private final Neighbour publication;
    private final Ticker ticker;
    private final Cache<AppealSlug, Known> known;

    /** At which appeal the last round ended without an answer. */
    private volatile @Nullable AppealSlug unanswered;

    PublishedSignatories(Appeals appeals, Neighbour publication, Ticker ticker) {
        this.appeals = appeals;
        this.publication = publication;
        this.ticker = ticker;
        this.known = Caffeine.newBuilder()
                .ticker(ticker)
                .expireAfterWrite(OLDEST_WHILE_AWAY)
                .build();
    }

    @Override
    public List<FirstSignatory> of(Appeal appeal) {
        Known names = known.getIfPresent(appeal.slug());
        return names == null || !mayBeShown(names)
                ? List.of()
                : appeal.firstSignatories().stream()
                        .distinct()
                        .map(names.byId()::get)
                        .filter(Objects::nonNull)
                        .toList();
    }

    /**
     * Asks for those of all appeals, one after another. The first one without an answer ends the round, since each of the
     * others would wait as long in an outage and grow too old meanwhile. The next round begins behind it.
     */
    void askForAll() {
        for (Appeal appeal : inTurn()) {
            if (!askFor(appeal)) {
                unanswered = appeal.slug();
                return;
            }
        }
        unanswered = null;
    }

    private List<Appeal> inTurn() {
        AppealSlug silent = unanswered;
        String last = silent == null ? "" : silent.value();
        return appeals.all().stream()
                .filter(appeal -> !appeal.firstSignatories().isEmpty())
                .sorted(Comparator.comparing(
                                (Appeal appeal) -> appeal.slug().value().compareTo(last) <= 0)
                        .thenComparing(appeal -> appeal.slug().value()))
                .toList();
    }

    /** Whether all that it asked was answered. */
    private boolean askFor(Appeal appeal) {
        long asked = ticker.read();
        Map<UUID, FirstSignatory> byId = new HashMap<>();
        List<UUID> ids = appeal.firstSignatories();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Optional<Answer> answer = ask(appeal.slug(), ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            if (answer.isEmpty()) {
                return false;
            }
            answer.get().items().forEach(item -> byId.put(item.id(), item.signatory()));
        }
        known.put(appeal.slug(), new Known(byId, asked));
        return true;
    }

    private Optional<Answer> ask(AppealSlug slug, List<UUID> ids) {
        return publication.ask(
                address -> address.path("/api/v1/appeals/{slug}/signatories")
                        .queryParam("id", ids)
                        .build(slug.value()),
                Answer.class,
                Answer.NOBODY);
    }

    private boolean mayBeShown(Known names) {
        return ticker.read() - names.at() <= (unanswered == null ? OLDEST : OLDEST_WHILE_AWAY).toNanos();
    }

    /**
     * What the list told of an appeal.
     *
     * @param at when it was asked
     */
    private record Known(Map<UUID, FirstSignatory> byId, long at) {}

    /** What is read of a part of the list; anything less makes no sense. */
    record Answer(List<Item> items) {

        static final Answer NOBODY = new Answer(List.of());

        Answer {
            items = List.copyOf(items);
        }

        record Item(
                UUID id,
                SignatoryKind kind,
                String name,
                @Nullable String role,
                @Nullable String affiliation,
                @Nullable String country) {

            Item {
                requireNonNull(id);
                requireNonNull(kind);
                requireNonNull(name);
            }

            FirstSignatory signatory() {
                return new FirstSignatory(name, kind, role, affiliation, country);
            }
        }
    }
}
