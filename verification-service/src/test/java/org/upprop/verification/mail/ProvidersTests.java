package org.upprop.verification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.upprop.verification.mail.TestProviders.provider;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.upprop.appeal.Appeal;
import org.upprop.signature.EmailAddress;

class ProvidersTests {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final Duration SOON = Duration.ofMillis(50);

    @Test
    void shareTheMailsByTheirWeights() throws Exception {
        Providers providers = TestProviders.of(provider("large", 3, 1, 14), provider("small", 1, 1, 14));

        List<String> chosen = names(providers, 400);

        assertThat(Collections.frequency(chosen, "large")).isBetween(299, 301);
    }

    @Test
    void giveNoneMoreLaterForWhatItCouldNotTake() throws Exception {
        FixedPace pace = new FixedPace();
        Providers providers = TestProviders.of(pace, provider("one", 1, 1, 14), provider("other", 1, 1, 14));
        pace.waits.put("one", Duration.ofMillis(1));
        assertThat(names(providers, 100)).containsOnly("other");

        pace.waits.clear();
        Thread.sleep(2);

        assertThat(Collections.frequency(names(providers, 20), "one")).isBetween(9, 11);
    }

    @Test
    void haveNoMoreOnTheirWayThanTheyMayAndHoldNobodyElseUp() throws Exception {
        Providers providers = TestProviders.of(provider("one", 1, 2, 14), provider("other", 1, 1, 14));

        List<Turn> turns = new ArrayList<>();
        for (int turn = 0; turn < 3; turn++) {
            turns.add(providers.next(AT_ONCE).orElseThrow());
        }

        assertThat(turns.stream().map(turn -> turn.gate().provider().name()))
                .containsExactlyInAnyOrder("one", "one", "other");
        assertThat(providers.next(SOON)).isEmpty();
        turns.getFirst().close();
        assertThat(providers.next(AT_ONCE)).isPresent();
    }

    @Test
    void letOneTryWhetherAServerAnswersAgainAndTheOthersGoOn() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        AtomicInteger tried = new AtomicInteger();
        Providers providers = TestProviders.of(
                provider("failing", 1, 4, 14, letter -> {
                    tried.incrementAndGet();
                    return away.get() ? new Post.Delivery.ServerAway() : new Post.Delivery.Taken();
                }),
                provider("well", 1, 4, 14));
        assertThat(providers.perSecond()).isEqualTo(28);

        sendTenTimes(providers);

        assertThat(tried).hasValue(1);
        assertThat(providers.perSecond()).isEqualTo(14);
        assertThat(providers.away()).isEmpty();
        await().untilAsserted(() -> {
            sendTenTimes(providers);
            assertThat(tried).hasValueGreaterThan(1);
        });
        assertThat(providers.perSecond()).isEqualTo(14);

        away.set(false);

        await().untilAsserted(() -> {
            sendTenTimes(providers);
            assertThat(providers.perSecond()).isEqualTo(28);
        });
    }

    @Test
    void areAwayOnceNoneAnswers() throws Exception {
        Providers providers = TestProviders.of(provider("failing", 1, 4, 14, letter -> new Post.Delivery.Unanswered()));
        assertThat(providers.away()).isEmpty();

        try (Turn turn = providers.next(AT_ONCE).orElseThrow()) {
            turn.send(letter());
        }

        assertThat(providers.away()).isPresent();
        assertThat(providers.next(AT_ONCE)).isEmpty();
    }

    @Test
    void areAwayOnceOneRefusesManyMailsAndTakesNone() throws Exception {
        AtomicReference<Post.Delivery> answer = new AtomicReference<>(new Post.Delivery.Refused());
        Providers providers = TestProviders.of(provider("failing", 1, 4, 14, letter -> answer.get()));

        List<Post.Delivery> deliveries = new ArrayList<>();
        for (int mail = 0; mail < 5; mail++) {
            deliveries.add(send(providers, letter()));
        }

        assertThat(deliveries.subList(0, 4)).containsOnly(new Post.Delivery.Refused());
        assertThat(deliveries.getLast()).isInstanceOf(Post.Delivery.TakesNone.class);
        assertThat(providers.away()).isPresent();
        answer.set(new Post.Delivery.Taken());
        await().ignoreExceptions().until(() -> send(providers, letter()) instanceof Post.Delivery.Taken);
        assertThat(providers.away()).isEmpty();
    }

    @Test
    void areNotAwayForOneMailHoweverOftenItIsRefused() throws Exception {
        Providers providers = TestProviders.of(provider("well", 1, 4, 14, letter -> new Post.Delivery.Refused()));
        Letter letter = letter();

        for (int attempt = 0; attempt < 10; attempt++) {
            assertThat(send(providers, letter)).isEqualTo(new Post.Delivery.Refused());
        }

        assertThat(providers.away()).isEmpty();
    }

    private static Post.Delivery send(Providers providers, Letter letter) throws InterruptedException {
        try (Turn turn = providers.next(SOON).orElseThrow()) {
            return turn.send(letter);
        }
    }

    @Test
    void countNothingThatDidNotLeave() throws Exception {
        FixedPace pace = new FixedPace();
        Providers providers = TestProviders.of(pace, provider("one", 1, 1, 14));

        providers.next(AT_ONCE).orElseThrow().close();
        try (Turn turn = providers.next(AT_ONCE).orElseThrow()) {
            turn.send(letter());
        }

        assertThat(pace.counted).hasValue(1);
    }

    private static List<String> names(Providers providers, int turns) throws InterruptedException {
        List<String> names = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            try (Turn next = providers.next(AT_ONCE).orElseThrow()) {
                names.add(next.gate().provider().name());
            }
        }
        return names;
    }

    private static void sendTenTimes(Providers providers) throws InterruptedException {
        for (int mail = 0; mail < 10; mail++) {
            try (Turn turn = providers.next(AT_ONCE).orElseThrow()) {
                turn.send(letter());
            }
        }
    }

    private static Letter letter() {
        return new Letter(
                UUID.randomUUID(),
                "noreply@example.org",
                new EmailAddress("ada@example.org"),
                "Alliance",
                new Appeal.Controller("Alliance", "1 Street", "privacy@alliance.example"),
                "en",
                "Confirm",
                "text",
                "<p>html</p>");
    }

    private static final class FixedPace implements Pace {

        private final Map<String, Duration> waits = new HashMap<>();
        private final AtomicInteger counted = new AtomicInteger();

        @Override
        public Duration take(Provider provider) {
            Duration wait = waits.getOrDefault(provider.name(), Duration.ZERO);
            counted.addAndGet(wait.isZero() ? 1 : 0);
            return wait;
        }

        @Override
        public void giveBack(Provider provider) {
            counted.decrementAndGet();
        }
    }
}
