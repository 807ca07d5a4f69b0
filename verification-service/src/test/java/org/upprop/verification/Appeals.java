package org.upprop.verification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.Policy;

/** Appeals to test with. */
public final class Appeals {

    /** The site that such an appeal is republished on. */
    public static final String SOURCE = "gryning";

    private Appeals() {}

    public static Appeal anAppeal(AppealSlug appeal) {
        return anAppeal(appeal, Policy.DEFAULT);
    }

    public static Appeal anAppeal(AppealSlug appeal, Policy policy) {
        return new Appeal(
                appeal,
                1,
                1,
                "0".repeat(64),
                "en",
                new Appeal.Publisher("Alliance", "https://alliance.example"),
                new Appeal.Controller("Alliance", "1 Street", "privacy@alliance.example"),
                null,
                null,
                null,
                Map.of("en", new Appeal.Translation("Title", "Summary", "Body", List.of())),
                new Appeal.Consent("2022-01", Map.of("en", "Your name is published.")),
                List.of(new Appeal.Source(SOURCE, "Gryning", "https://gryning.example", List.of(), null)),
                policy,
                List.of(),
                Instant.now());
    }
}
