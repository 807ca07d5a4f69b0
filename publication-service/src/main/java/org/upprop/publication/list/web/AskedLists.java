package org.upprop.publication.list.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.publication.list.ListCount;
import org.upprop.publication.list.ListStates;
import org.upprop.text.InvalidValue;

/** Finds the list that an address names: one that the appeals tell of, or one that the database has. */
@Component
class AskedLists {

    private final AppealBook appeals;
    private final ListStates states;

    AskedLists(AppealBook appeals, ListStates states) {
        this.appeals = appeals;
        this.states = states;
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
        ListStates.Look look = states.last();
        ListCount count = look.of(slug);
        if (appeal.isEmpty() && !count.isBegun()) {
            throw appeals.isComplete() ? new UnknownAppeal() : new AppealsUnread();
        }
        return new AskedList(slug, appeal.orElse(null), count, look.began());
    }

    private static AppealSlug slug(String name) {
        try {
            return new AppealSlug(name);
        } catch (InvalidValue none) {
            throw new UnknownAppeal();
        }
    }
}
