package org.upprop.appeal.messaging;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;
import org.upprop.delivery.Away;
import org.upprop.delivery.NotYet;
import org.upprop.delivery.ReasonCode;
import org.upprop.delivery.messaging.TopicBook;
import org.upprop.event.EventJson;
import org.upprop.event.Topics;

/** Every appeal, in memory, as {@code appeals.v1} tells it; it keeps following the topic. */
public final class AppealBook extends TopicBook {

    private final Map<String, Appeal> present = new ConcurrentHashMap<>();
    private final Map<String, AppealText> texts = new ConcurrentHashMap<>();

    AppealBook(Map<String, Object> consumerConfig) {
        super(Topics.APPEALS, consumerConfig);
    }

    public Optional<Appeal> find(AppealSlug slug) {
        return Optional.ofNullable(present.get(slug.value()));
    }

    /**
     * The appeal as it is now.
     *
     * @throws Away before the topic was read to its end, since what was read until then may be out of date
     * @throws NotYet if no appeal has that slug
     */
    public Appeal get(AppealSlug slug) {
        if (!isComplete()) {
            throw new Away("The appeals have not been read yet");
        }
        return find(slug).orElseThrow(() -> new NotYet(ReasonCode.APPEAL_UNKNOWN));
    }

    /** All appeals, by slug. */
    public List<Appeal> all() {
        return present.values().stream()
                .sorted(Comparator.comparing(appeal -> appeal.slug().value()))
                .toList();
    }

    /** The texts of one version. */
    public Optional<AppealText> text(AppealSlug slug, int version) {
        return Optional.ofNullable(texts.get(slug.value() + "/" + version));
    }

    @Override
    protected void apply(String key, byte @Nullable [] value) {
        if (value == null) {
            present.remove(key);
            texts.remove(key);
        } else if (key.indexOf('/') < 0) {
            present.merge(key, EventJson.read(value, Appeal.class), AppealBook::laterOf);
        } else {
            texts.put(key, EventJson.read(value, AppealText.class));
        }
    }

    /** While the topic is read again, what it said before comes by once more. */
    private static Appeal laterOf(Appeal known, Appeal read) {
        return read.revision() < known.revision() ? known : read;
    }
}
