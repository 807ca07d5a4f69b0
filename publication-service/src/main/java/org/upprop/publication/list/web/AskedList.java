package org.upprop.publication.list.web;

import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.ListCount;

/**
 * The list that an address names, and its count.
 *
 * @param appeal what is known of the appeal; nothing while the broker was away since the start
 */
record AskedList(AppealSlug slug, @Nullable Appeal appeal, ListCount count) {

    @Nullable
    Integer goal() {
        return appeal == null ? null : appeal.goal();
    }

    /**
     * The validator of everything that is made of this count and this appeal alone.
     *
     * @param variant what tells apart the answers that one address gives for them
     */
    String etag(String variant) {
        long changes = appeal == null ? 0 : appeal.revision();
        return "\"%x-%x%s\"".formatted(count.revision(), changes, variant.isEmpty() ? "" : "-" + variant);
    }

    AskedList with(ListCount other) {
        return new AskedList(slug, appeal, other);
    }
}
