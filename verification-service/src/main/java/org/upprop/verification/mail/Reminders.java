package org.upprop.verification.mail;

import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.verification.job.JobProperties;
import org.upprop.verification.job.Jobs;

/**
 * Owes a reminder to who was asked and has not decided, and a last one before the time to decide ends. Should two instances
 * do so at once, who waited for a lock finds what the other has owed. Where signatories are at risk nobody is reminded,
 * since every mail is one more that others may find.
 */
@Component
class Reminders {

    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final int BATCH = 500;

    private final Undecided undecided;
    private final OwedMails mails;
    private final Recipients recipients;
    private final AppealBook appeals;
    private final ReminderProperties properties;
    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Jobs jobs;
    private final JobProperties every;

    Reminders(
            Undecided undecided,
            OwedMails mails,
            Recipients recipients,
            AppealBook appeals,
            ReminderProperties properties,
            TransactionOperations transaction,
            ApplicationEventPublisher events,
            Jobs jobs,
            JobProperties every) {
        this.undecided = undecided;
        this.mails = mails;
        this.recipients = recipients;
        this.appeals = appeals;
        this.properties = properties;
        this.transaction = transaction;
        this.events = events;
        this.jobs = jobs;
        this.every = every;
    }

    @Scheduled(initialDelayString = Jobs.FIRST, fixedRateString = Jobs.LOOK)
    void remindByTheClock() {
        // Who does not know the appeals leaves the turn to an instance that does.
        if (appeals.isComplete()) {
            jobs.once("reminders", every.reminders(), this::remind);
        }
    }

    void remind() {
        if (properties.after().isPositive()) {
            oweAll(scope -> undecided.after(properties.after(), properties.beforeEnd(), scope));
        }
        if (properties.beforeEnd().isPositive()) {
            oweAll(scope -> undecided.beforeEnd(properties.beforeEnd(), scope));
        }
    }

    private void oweAll(Function<Undecided.Scope, List<OwedMail>> find) {
        var scope = new Undecided.Scope(
                appeals.all().stream()
                        .filter(appeal -> !appeal.policy().atRisk())
                        .map(Appeal::slug)
                        .toList(),
                List.of(),
                BATCH);
        while (owe(find, scope) == BATCH) {
            LOG.info("{} more are reminded", BATCH);
        }
    }

    /** Looks once more where nobody can decide meanwhile, so that nobody is reminded of what is decided. */
    private int owe(Function<Undecided.Scope, List<OwedMail>> find, Undecided.Scope scope) {
        Integer owed = transaction.execute(status -> {
            var addresses = find.apply(scope).stream()
                    .map(OwedMail::recipient)
                    .distinct()
                    .toList();
            if (addresses.isEmpty()) {
                return 0;
            }
            recipients.lock(addresses);
            List<OwedMail> still = find.apply(scope.of(addresses));
            mails.owe(still);
            events.publishEvent(new MailOwed());
            return still.size();
        });
        return owed == null ? 0 : owed;
    }
}
