package org.upprop.intake.count.messaging;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;
import org.upprop.count.PublicCount;
import org.upprop.count.messaging.CountBook;
import org.upprop.intake.count.Counts;

/** Counts as the book has read them. */
@Component
class KafkaCounts implements Counts {

    private final CountBook book;

    KafkaCounts(CountBook book) {
        this.book = book;
    }

    @Override
    public Optional<PublicCount> find(AppealSlug slug) {
        return book.find(slug);
    }
}
