package org.upprop.intake.signatory.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
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

    /** Asks for those of all appeals; one that gets no answer keeps what was known of it. */
    void askForAll() {
        appeals.all().stream()
                .filter(appeal -> !appeal.firstSignatories().isEmpty())
                .forEach(this::askFor);
    }

    private void askFor(Appeal appeal) {
        long asked = ticker.read();
        Map<UUID, FirstSignatory> byId = new HashMap<>();
        List<UUID> ids = appeal.firstSignatories();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            Optional<Answer> answer = ask(appeal.slug(), ids.subList(from, Math.min(from + AT_ONCE, ids.size())));
            if (answer.isEmpty()) {
                known.asMap().computeIfPresent(appeal.slug(), (slug, names) -> stillKnown(names.unanswered()));
                return;
            }
            answer.get().items().forEach(item -> byId.put(item.id(), item.signatory()));
        }
        known.put(appeal.slug(), new Known(byId, asked, false));
    }

    private Optional<Answer> ask(AppealSlug slug, List<UUID> ids) {
        return publication.ask(
                address -> address.path("/api/v1/appeals/{slug}/signatories")
                        .queryParam("id", ids)
                        .build(slug.value()),
                Answer.class,
                Answer.NOBODY);
    }

    private @Nullable Known stillKnown(Known names) {
        return mayBeShown(names) ? names : null;
    }

    private boolean mayBeShown(Known names) {
        long age = ticker.read() - names.at();
        return age <= (names.isUnanswered() ? OLDEST_WHILE_AWAY : OLDEST).toNanos();
    }

    /**
     * What the list told of an appeal.
     *
     * @param at when it was asked
     * @param isUnanswered whether it was asked again since, and did not answer
     */
    private record Known(Map<UUID, FirstSignatory> byId, long at, boolean isUnanswered) {

        Known unanswered() {
            return new Known(byId, at, true);
        }
    }

    /** What is read of a part of the list. */
    record Answer(List<Item> items) {

        static final Answer NOBODY = new Answer(List.of());

        record Item(
                UUID id,
                SignatoryKind kind,
                String name,
                @Nullable String role,
                @Nullable String affiliation,
                @Nullable String country) {

            FirstSignatory signatory() {
                return new FirstSignatory(name, kind, role, affiliation, country);
            }
        }
    }
}
