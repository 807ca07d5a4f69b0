package org.upprop.monitor.token.messaging;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.access.BearerToken;
import org.upprop.access.Grant;
import org.upprop.access.Holder;
import org.upprop.access.Role;
import org.upprop.access.messaging.TokenBook;
import org.upprop.access.messaging.TokenRecords;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.audit.AuditAction;
import org.upprop.audit.AuditEvent;
import org.upprop.delivery.Away;
import org.upprop.monitor.audit.messaging.Actions;
import org.upprop.monitor.token.MadeToken;
import org.upprop.monitor.token.TokenRefused;
import org.upprop.monitor.token.TokenRefused.Why;
import org.upprop.monitor.token.TokenWish;

/** Makes tokens and revokes them. Every service follows, and takes or refuses them within two seconds. */
@Component
public class Tokens {

    /** How many there can be; each service has them all in memory. */
    public static final int MOST = 1_000;

    /** How far ahead the end of one may be. */
    public static final Duration LONGEST = Duration.ofDays(3_660);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_LENGTH = 10;

    private final TokenBook book;
    private final AppealBook appeals;
    private final Actions actions;
    private final InstantSource clock;

    Tokens(TokenBook book, AppealBook appeals, Actions actions, InstantSource clock) {
        this.book = book;
        this.appeals = appeals;
        this.actions = actions;
        this.clock = clock;
    }

    /** Those that nobody has revoked, the newest first. */
    public List<Grant> all() {
        return book.all().stream()
                .sorted(Comparator.comparing(Grant::madeAt).reversed().thenComparing(Grant::id))
                .toList();
    }

    /**
     * Makes a token.
     *
     * @throws TokenRefused if there cannot be such a one
     * @throws Away if the broker does not answer; there may be one all the same, which nobody has and everybody sees
     */
    public MadeToken make(Holder who, TokenWish wish) throws InterruptedException {
        Role role = role(wish.role());
        String holder = holder(wish.holder());
        List<AppealSlug> on = appeals(role, wish.appeals());
        checkEnd(wish.endsAt());
        if (book.all().size() >= MOST) {
            throw new TokenRefused(Why.TOO_MANY, "There are %,d already; revoke some.".formatted(MOST));
        }
        BearerToken token = BearerToken.random();
        Grant grant = new Grant(newId(), role, holder, on, token.hash(), clock.instant(), wish.endsAt());
        perform(who, AuditAction.TOKEN_MADE, grant, TokenRecords.given(grant));
        return new MadeToken(grant, token);
    }

    /**
     * Revokes one for good.
     *
     * @return whether there was such a one
     * @throws Away if the broker does not answer; it may be revoked all the same
     */
    public boolean revoke(Holder who, String id) throws InterruptedException {
        Optional<Grant> grant =
                book.all().stream().filter(one -> one.id().equals(id)).findFirst();
        if (grant.isPresent()) {
            perform(who, AuditAction.TOKEN_REVOKED, grant.get(), TokenRecords.revoked(grant.get(), clock.instant()));
        }
        return grant.isPresent();
    }

    /** Returns once this instance has read it back. */
    private void perform(Holder who, AuditAction action, Grant grant, ProducerRecord<byte[], byte[]> record)
            throws InterruptedException {
        Map<String, String> details =
                new TreeMap<>(Map.of("token", grant.id(), "role", grant.role().id(), "holder", grant.holder()));
        if (!grant.appeals().isEmpty()) {
            details.put(
                    "appeals", grant.appeals().stream().map(AppealSlug::value).collect(Collectors.joining(" ")));
        }
        AuditEvent event = AuditEvent.now(clock.instant(), who.name(), action, details);
        book.awaitOffset(actions.perform(event, List.of(record)).getFirst(), PATIENCE);
    }

    private static Role role(@Nullable String typed) {
        return Role.of(String.valueOf(typed))
                .orElseThrow(() -> new TokenRefused(
                        Why.ROLE_UNKNOWN, "The role is one of viewer, operator, organiser and reviewer."));
    }

    private static String holder(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(Holder::isName)
                .orElseThrow(
                        () -> new TokenRefused(
                                Why.HOLDER_INVALID,
                                "The holder is a name of 1 to 40 letters, digits and the signs . _ -, and not that of a role."));
    }

    private List<AppealSlug> appeals(Role role, @Nullable List<String> typed) {
        if (typed == null) {
            return List.of();
        }
        if (!role.canBeForSomeAppeals()) {
            throw new TokenRefused(
                    Why.APPEALS_NOT_TAKEN,
                    "Only an organiser's or a reviewer's token can be for some appeals: what operators see is of all.");
        }
        if (typed.isEmpty()) {
            throw new TokenRefused(Why.APPEALS_EMPTY, "Name the appeals, or leave the field out for all.");
        }
        return typed.stream().distinct().map(this::appeal).toList();
    }

    private AppealSlug appeal(String slug) {
        return appeals.all().stream()
                .map(Appeal::slug)
                .filter(known -> known.value().equals(slug))
                .findFirst()
                .orElseThrow(() -> new TokenRefused(Why.APPEALS_UNKNOWN, "There is no such appeal."));
    }

    private void checkEnd(@Nullable Instant endsAt) {
        Instant now = clock.instant();
        if (endsAt != null && (!endsAt.isAfter(now) || endsAt.isAfter(now.plus(LONGEST)))) {
            throw new TokenRefused(
                    Why.END_RANGE, "The end lies ahead, by at most %,d days.".formatted(LONGEST.toDays()));
        }
    }

    private static String newId() {
        return RANDOM.ints(ID_LENGTH, 0, Character.MAX_RADIX)
                .mapToObj(digit -> String.valueOf(Character.forDigit(digit, Character.MAX_RADIX)))
                .collect(Collectors.joining());
    }
}
