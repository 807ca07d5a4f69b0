package org.upprop.verification.recovery;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.EmailAddress;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.identity.AddressKeys;
import org.upprop.verification.mail.MailOwed;
import org.upprop.verification.mail.OwedMails;
import org.upprop.verification.mail.Recipients;

/**
 * Mails people their links. Who asks learns nothing: the request is noted, in the same time for every address, and whether
 * there is anything to send is found out afterwards. An address that nobody signed with never gets a mail.
 */
@Component
public class Recovery {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final LinkRequests requests;
    private final AddressKeys addresses;
    private final Recipients recipients;
    private final OwedMails mails;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;

    Recovery(
            LinkRequests requests,
            AddressKeys addresses,
            Recipients recipients,
            OwedMails mails,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        this.requests = requests;
        this.addresses = addresses;
        this.recipients = recipients;
        this.mails = mails;
        this.transaction = transaction;
        this.events = events;
    }

    /** Notes that somebody wants the links of an address. */
    public void ask(AppealSlug appeal, EmailAddress address) {
        ask(appeal, addresses.of(address));
    }

    public void ask(AppealSlug appeal, AddressKey recipient) {
        requests.note(new LinkRequest(appeal, recipient));
    }

    /** May run on several instances at once. */
    @Scheduled(fixedDelayString = "${upprop.recovery.interval:1s}")
    void answerAll() {
        try {
            if (requests.areThere()) {
                answerSome();
            }
        } catch (RuntimeException away) {
            LOG.warn("No links were mailed: {}", away.getClass().getName());
        }
    }

    private void answerSome() {
        int answered = 0;
        while (answered < MOST_AT_ONCE && answerNext()) {
            answered++;
        }
    }

    private boolean answerNext() {
        return transaction.execute(status -> {
            Optional<LinkRequest> taken = requests.take();
            taken.filter(request -> !requests.mails(request).isEmpty()).ifPresent(this::answer);
            return taken.isPresent();
        });
    }

    /** Looked up once more behind the lock, since a decision may have come between. */
    private void answer(LinkRequest request) {
        recipients.lock(List.of(request.recipient()));
        mails.owe(requests.mails(request));
        events.publishEvent(new MailOwed());
    }
}
