package org.upprop.verification.mail.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.verification.mail.MailOutlook;

/**
 * How long the mails take, for the pages of intake. It is of all mails, and so coarse that it says nothing of any of
 * them.
 */
@RestController
class MailQueueStatus {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final MailOutlook outlook;

    MailQueueStatus(MailOutlook outlook) {
        this.outlook = outlook;
    }

    @GetMapping("/api/v1/mail-queue")
    ResponseEntity<Status> status() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(new Status(outlook.now().map(Duration::toSeconds).orElse(null)));
    }

    /**
     * The queue.
     *
     * @param expectedSeconds until a mail leaves that is owed now, in whole minutes; null while nobody can say
     */
    record Status(@Nullable Long expectedSeconds) {}
}
