package org.upprop.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.upprop.access.BearerToken;
import org.upprop.access.ConfiguredTokens;
import org.upprop.access.Grant;
import org.upprop.access.Grants;
import org.upprop.access.Holders;
import org.upprop.access.Role;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.control.Brakes;
import org.upprop.count.PublicCount;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.appeal.Decision;
import org.upprop.intake.appeal.Publication;
import org.upprop.intake.count.Counts;
import org.upprop.intake.mail.MailExpectation;
import org.upprop.intake.signatory.FirstSignatories;
import org.upprop.intake.signatory.FirstSignatory;
import org.upprop.intake.signature.Submissions;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.site.PublicUrls;

/** What stands behind the ports where a test is about HTTP alone. */
@TestConfiguration(proxyBeanMethods = false)
public class Ports {

    public static final Instant NOW = Instant.parse("2022-01-12T12:00:00Z");

    @Bean
    @Primary
    InstantSource now() {
        return InstantSource.fixed(NOW);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    PublicUrls urls() {
        return new PublicUrls(
                URI.create("https://intake.example"),
                URI.create("https://verification.example"),
                URI.create("https://publication.example"));
    }

    @Bean
    AppealsInMemory appeals() {
        return new AppealsInMemory();
    }

    @Bean
    BrakesInMemory brakes() {
        return new BrakesInMemory();
    }

    @Bean
    GrantsInMemory grants() {
        return new GrantsInMemory();
    }

    @Bean
    Holders holders(List<ConfiguredTokens> configured, Grants grants) {
        return new Holders(configured, grants, InstantSource.fixed(NOW));
    }

    @Bean
    CountsInMemory counts() {
        return new CountsInMemory();
    }

    @Bean
    FirstSignatoriesInMemory firstSignatories() {
        return new FirstSignatoriesInMemory();
    }

    @Bean
    MailsInMemory mails() {
        return new MailsInMemory();
    }

    @Bean
    SubmissionsInMemory submissions() {
        return new SubmissionsInMemory();
    }

    /** Appeals of one instance that is alone. */
    public static class AppealsInMemory implements Appeals {

        public boolean read = true;
        public boolean brokerAnswers = true;
        private final Map<AppealSlug, Appeal> present = new ConcurrentHashMap<>();
        private final Map<String, AppealText> texts = new ConcurrentHashMap<>();

        public void put(Appeal appeal) {
            present.put(appeal.slug(), appeal);
        }

        public void put(AppealText text) {
            texts.put(text.slug() + "/" + text.version(), text);
        }

        @Override
        public boolean areRead() {
            return read;
        }

        @Override
        public Optional<Appeal> find(AppealSlug slug) {
            return Optional.ofNullable(present.get(slug));
        }

        @Override
        public List<Appeal> all() {
            return List.copyOf(present.values());
        }

        @Override
        public Optional<AppealText> text(AppealSlug slug, int version) {
            return Optional.ofNullable(texts.get(slug + "/" + version));
        }

        @Override
        public Publication publish(AppealSlug slug, Function<Optional<Appeal>, Decision> decision) {
            if (!brokerAnswers) {
                return new Publication.Unavailable();
            }
            Optional<Appeal> latest = find(slug);
            return switch (decision.apply(latest)) {
                case Decision.Leave(var answer) -> answer;
                case Decision.Write(var appeal, var text) -> {
                    Optional.ofNullable(text).ifPresent(this::put);
                    put(appeal);
                    yield latest.isEmpty() ? new Publication.Created(appeal) : new Publication.Changed(appeal);
                }
            };
        }
    }

    /** Tokens that a test gives. */
    public static class GrantsInMemory implements Grants {

        private final List<Grant> given = new CopyOnWriteArrayList<>();

        /** Gives a token for one appeal. */
        public void give(BearerToken token, Role role, AppealSlug appeal) {
            given.add(new Grant(
                    "test" + given.size(), role, "anna", List.of(appeal), token.hash(), NOW.minusSeconds(60), null));
        }

        @Override
        public boolean areRead() {
            return true;
        }

        @Override
        public List<Grant> all() {
            return given;
        }
    }

    /** Brakes that a test puts on. */
    public static class BrakesInMemory implements Brakes {

        public boolean read = true;
        private final Map<String, Brake> on = new ConcurrentHashMap<>();

        public void put(Brake brake) {
            on.put(brake.key(), brake);
        }

        public void remove(Brake brake) {
            on.remove(brake.key());
        }

        @Override
        public boolean areRead() {
            return read;
        }

        @Override
        public Optional<Brake> on(BrakeKind kind, AppealSlug appeal) {
            return Optional.ofNullable(on.get(Brake.keyOf(kind, appeal))).or(() -> onAll(kind));
        }

        @Override
        public Optional<Brake> onAll(BrakeKind kind) {
            return Optional.ofNullable(on.get(Brake.keyOf(kind, null)));
        }
    }

    /** Counts that were heard of. */
    public static class CountsInMemory implements Counts {

        private final Map<AppealSlug, PublicCount> heard = new ConcurrentHashMap<>();

        public void put(PublicCount count) {
            heard.put(count.slug(), count);
        }

        @Override
        public Optional<PublicCount> find(AppealSlug slug) {
            return Optional.ofNullable(heard.get(slug));
        }
    }

    /** Names that the list has answered with. */
    public static class FirstSignatoriesInMemory implements FirstSignatories {

        private final Map<AppealSlug, List<FirstSignatory>> known = new ConcurrentHashMap<>();

        public void put(AppealSlug slug, FirstSignatory... names) {
            known.put(slug, List.of(names));
        }

        @Override
        public List<FirstSignatory> of(Appeal appeal) {
            return known.getOrDefault(appeal.slug(), List.of());
        }
    }

    /** A queue of mails that is as long as a test says. */
    public static class MailsInMemory implements MailExpectation {

        public @Nullable Duration expected;

        @Override
        public Optional<Duration> now() {
            return Optional.ofNullable(expected);
        }
    }

    /** Remembers what was sent. */
    public static class SubmissionsInMemory implements Submissions {

        public boolean brokerAnswers = true;

        /** Whether sending fails in a way that nobody foresaw. */
        public boolean broken;

        public final List<SignatureSubmitted> sent = new ArrayList<>();

        public SignatureSubmitted last() {
            return sent.getLast();
        }

        @Override
        public synchronized Receipt send(SignatureSubmitted submission) {
            if (broken) {
                throw new IllegalStateException("Broken by a test");
            }
            if (!brokerAnswers) {
                return new Receipt.Unavailable();
            }
            sent.add(submission);
            return new Receipt.Acknowledged();
        }
    }
}
