package org.upprop.verification.review.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.messaging.AppealBook;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.SignatoryKind;
import org.upprop.site.Words;
import org.upprop.verification.language.Languages;
import org.upprop.verification.language.ShownLines;
import org.upprop.verification.review.Likeness;
import org.upprop.verification.review.Reviewer;
import org.upprop.verification.review.Waiting;
import org.upprop.verification.signature.Released;
import org.upprop.verification.signature.SignatureState;

/** Puts what reviewers see into words. */
@Component
class Cards {

    private final AppealBook appeals;

    Cards(AppealBook appeals) {
        this.appeals = appeals;
    }

    Card of(Waiting waiting, List<Likeness> like, Words words) {
        return new Card(
                waiting.signature().toString(),
                title(waiting.appeal().value(), words),
                shown(waiting.released(), words),
                waiting.standing() == null ? null : shown(waiting.standing(), words),
                waiting.kind() == SignatoryKind.ORGANISATION,
                waiting.evidence(),
                waiting.screening().stream().map(mark -> mark(mark, words)).toList(),
                waiting.screening().contains(ScreeningMark.DOMAIN_BURST.id()),
                age(waiting.since(), words),
                words.moment(waiting.since()),
                waiting.since().toString(),
                like.stream().map(other -> like(other, words)).toList());
    }

    /** The appeal's title, or its slug where this instance has not read it. */
    String title(String slug, Words words) {
        return appeals.find(new AppealSlug(slug))
                .map(appeal -> appeal.in(words.tag()).title())
                .orElse(slug);
    }

    /** By what a reviewer may choose. */
    Criteria criteria(Reviewer reviewer, String appeal, String mark, Words words) {
        return new Criteria(
                appeals.all().stream()
                        .filter(one -> reviewer.remit().covers(one.slug()))
                        .map(one -> new Criteria.Option(
                                one.slug().value(), one.in(words.tag()).title()))
                        .toList(),
                appeal,
                Arrays.stream(ScreeningMark.values())
                        .map(one -> new Criteria.Option(one.id(), mark(one.id(), words)))
                        .toList(),
                mark);
    }

    static Card.Shown shown(Released released, Words words) {
        List<String> lines = ShownLines.of(released, Languages.forReader(words.tag()));
        return new Card.Shown(
                lines.getFirst(),
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.equals(released.website()))
                        .toList(),
                released.website());
    }

    static String mark(String mark, Words words) {
        return words.has("mark." + mark) ? words.say("mark." + mark) : mark;
    }

    static String state(@Nullable SignatureState state, Words words) {
        return state == null ? words.say("state.gone") : words.say("state." + state.id());
    }

    static String age(Instant since, Words words) {
        Duration age = Duration.between(since, Instant.now());
        if (age.toHours() < 1) {
            return words.say("age.minutes", Math.max(0, age.toMinutes()));
        }
        return age.toDays() < 2 ? words.say("age.hours", age.toHours()) : words.say("age.days", age.toDays());
    }

    private static Card.Like like(Likeness other, Words words) {
        return new Card.Like(
                other.name() == null ? "" : other.name(),
                Stream.of(
                                other.website(),
                                other.country() == null
                                        ? null
                                        : words.country(other.country().code()))
                        .filter(part -> part != null)
                        .collect(Collectors.joining(", ")),
                state(other.state(), words),
                words.say(other.byDomain() ? "like.domain" : "like.name"));
    }
}
