package org.upprop.verification.mail.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import org.upprop.verification.mail.Hold;
import org.upprop.verification.mail.MailOutlook;
import org.upprop.verification.mail.OwedMails;

/** The queue where the metrics are, {@code /actuator/mail-queue}: it is for operators, since it counts exactly. */
@Component
@Endpoint(id = "mailqueue")
class MailQueueEndpoint {

    private final OwedMails mails;
    private final MailOutlook outlook;
    private final Hold hold;

    MailQueueEndpoint(OwedMails mails, MailOutlook outlook, Hold hold) {
        this.mails = mails;
        this.outlook = outlook;
        this.hold = hold;
    }

    @ReadOperation
    QueueJson queue() {
        OwedMails.Size size = mails.size();
        return new QueueJson(
                size.due(),
                size.leaving(),
                size.failed(),
                size.capped(),
                size.oldest().toSeconds(),
                outlook.exactly().map(Duration::toSeconds).orElse(null),
                hold.isOn());
    }

    /**
     * The mails that are owed, as {@link OwedMails.Size} tells them.
     *
     * @param expectedSeconds until a mail leaves that is owed now; null while nobody can say
     * @param held whether none may leave
     */
    record QueueJson(
            long due,
            long leaving,
            long failed,
            long capped,
            long oldestSeconds,
            @Nullable Long expectedSeconds,
            boolean held) {}
}
