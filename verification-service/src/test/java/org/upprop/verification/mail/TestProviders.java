package org.upprop.verification.mail;

import java.time.Duration;
import java.util.List;

/** Providers to test with. */
final class TestProviders {

    private TestProviders() {}

    static Provider provider(String name, int weight, int senders, double perSecond) {
        return provider(name, weight, senders, perSecond, letter -> new Post.Delivery.Taken());
    }

    static Provider provider(String name, int weight, int senders, double perSecond, Post post) {
        return new Provider(name, perSecond, weight, senders, post);
    }

    static Providers of(Provider... providers) {
        return of(new NoLimit(), providers);
    }

    static Providers of(Pace pace, Provider... providers) {
        return new Providers(() -> List.of(providers), pace, properties());
    }

    static MailProperties properties() {
        return new MailProperties(
                "noreply@localhost",
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                Duration.ofMinutes(1),
                Duration.ofHours(1),
                Duration.ofSeconds(1));
    }

    private static final class NoLimit implements Pace {

        @Override
        public Duration take(Provider provider) {
            return Duration.ZERO;
        }

        @Override
        public void giveBack(Provider provider) {}
    }
}
