package org.upprop.publication.list;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaTemplate;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.appeal.messaging.AppealRecords;

/** Appeals of tests, each with a name of its own. */
public final class Appeals {

    private static final Duration LONG = Duration.ofMinutes(1);

    private Appeals() {}

    public static AppealSlug newSlug() {
        return new AppealSlug("appeal-" + UUID.randomUUID().toString().substring(0, 13));
    }

    /** Publishes an appeal of the usual titles, and waits until the service has read it. */
    public static void publish(AppealSlug slug, KafkaTemplate<byte[], byte[]> kafka, AppealBook read) {
        await().atMost(LONG).until(read::isComplete);
        kafka.send(AppealRecords.present(titled(slug, "Bread for all", "Bröd åt alla")))
                .join();
        await().atMost(LONG).until(() -> read.find(slug).isPresent());
    }

    public static Appeal titled(AppealSlug slug, String english, String swedish) {
        return inRevision(1, slug, english, swedish, Policy.DEFAULT, null);
    }

    /** One that took its last signature then. */
    public static Appeal closed(AppealSlug slug, Instant at) {
        return inRevision(1, slug, "Bread for all", "Bröd åt alla", Policy.DEFAULT, at);
    }

    /** A later revision, which says whether the signatories are at risk. */
    public static Appeal inRevision(long revision, AppealSlug slug, boolean atRisk) {
        return inRevision(revision, slug, false, atRisk);
    }

    /** The same, which also says whether its people are open data. */
    public static Appeal inRevision(long revision, AppealSlug slug, boolean openData, boolean atRisk) {
        Policy policy = new Policy(Policy.Organisations.REVIEW, Policy.Comments.OFF, openData, atRisk, false);
        return inRevision(revision, slug, "Bread for all", "Bröd åt alla", policy, null);
    }

    /** One whose organiser lets search engines find its list. */
    public static Appeal indexed(long revision, AppealSlug slug, boolean atRisk) {
        Policy policy = new Policy(Policy.Organisations.REVIEW, Policy.Comments.OFF, false, atRisk, true);
        return inRevision(revision, slug, "Bread for all", "Bröd åt alla", policy, null);
    }

    private static Appeal inRevision(
            long revision, AppealSlug slug, String english, String swedish, Policy policy, @Nullable Instant closesAt) {
        return new Appeal(
                slug,
                revision,
                1,
                "0".repeat(64),
                "sv",
                new Appeal.Publisher("An alliance", "https://alliance.example.org"),
                new Appeal.Controller("An alliance", "A street 1, Cork", "privacy@alliance.example.org"),
                null,
                closesAt,
                500,
                Map.of("en", text(english), "sv", text(swedish)),
                new Appeal.Consent("1", Map.of("en", "I agree.", "sv", "Jag samtycker.")),
                List.of(),
                policy,
                List.of(),
                Instant.parse("2022-01-12T08:00:00Z"));
    }

    private static Appeal.Translation text(String title) {
        return new Appeal.Translation(title, title, title, List.of());
    }
}
