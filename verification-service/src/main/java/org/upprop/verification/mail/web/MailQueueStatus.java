package org.upprop.verification.mail.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.verification.mail.MailOutlook;
import org.upprop.verification.mail.MailOutlook.MailForecast;

/** How long the mails take; a number of all mails, which says nothing of any of them. */
@RestController
class MailQueueStatus {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MailOutlook outlook;

    MailQueueStatus(MailOutlook outlook) {
        this.outlook = outlook;
    }

    @GetMapping("/api/v1/mail-queue")
    ResponseEntity<Status> status() {
        MailForecast now = outlook.now();
        Duration expected = now.expected();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new Status(now.waiting(), expected == null ? null : wholeSeconds(expected)));
    }

    private static long wholeSeconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }

    /**
     * The queue.
     *
     * @param waiting the mails that could be sent now and were not yet
     * @param expectedSeconds until a mail leaves that is owed now; null while nobody can say
     */
    record Status(long waiting, @Nullable Long expectedSeconds) {}
}
