package org.upprop.publication.list.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.publication.list.Counts;
import org.upprop.publication.list.ListCount;
import org.upprop.text.InvalidValue;

/** Finds the list that an address names: one that the appeals tell of, or one that the database has. */
@Component
class AskedLists {

    private final AppealBook appeals;
    private final Counts counts;

    AskedLists(AppealBook appeals, Counts counts) {
        this.appeals = appeals;
        this.counts = counts;
    }

    /**
     * Finds a list. One in the database is served even where no broker ever answered; it only lacks what the appeal says.
     *
     * @throws UnknownAppeal if there is none
     * @throws AppealsUnread if that cannot be said yet
     */
    AskedList require(String name) {
        AppealSlug slug = slug(name);
        Optional<Appeal> appeal = appeals.find(slug);
        Optional<ListCount> count = counts.find(slug);
        if (appeal.isEmpty() && count.isEmpty()) {
            throw appeals.isComplete() ? new UnknownAppeal() : new AppealsUnread();
        }
        return new AskedList(slug, appeal.orElse(null), count.orElse(ListCount.NONE));
    }

    private static AppealSlug slug(String name) {
        try {
            return new AppealSlug(name);
        } catch (InvalidValue none) {
            throw new UnknownAppeal();
        }
    }
}
