package org.upprop.monitor.deadletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.upprop.access.Role;
import org.upprop.delivery.Away;
import org.upprop.monitor.access.web.SignedIn;
import org.upprop.monitor.deadletter.DeadLetter;
import org.upprop.monitor.deadletter.DeadLetterBook;
import org.upprop.monitor.deadletter.Discard;
import org.upprop.monitor.deadletter.Filter;
import org.upprop.monitor.deadletter.Listed;
import org.upprop.monitor.deadletter.Place;
import org.upprop.monitor.deadletter.Position;
import org.upprop.monitor.deadletter.RedriveStart;
import org.upprop.monitor.deadletter.Selection;
import org.upprop.monitor.deadletter.messaging.Repairs;
import org.upprop.monitor.web.MonitorPages;
import org.upprop.page.web.Reader;
import org.upprop.page.web.Spoken;
import org.upprop.site.Vocabulary;
import org.upprop.site.Words;

/**
 * The dead letters as a page, from which operators send them again or give them up. Each form is answered by the number of
 * those that it means, and is done once it comes again with that number.
 */
@Controller
@RequestMapping(DeadLettersPage.PATH)
class DeadLettersPage {

    static final String PATH = "/dead-letters";
    static final Vocabulary WORDS = Spoken.vocabulary("messages.deadletters");

    private static final int LONGEST_PART = 50;

    private final Repairs repairs;
    private final DeadLetterBook book;
    private final MonitorPages pages;

    DeadLettersPage(Repairs repairs, DeadLetterBook book, MonitorPages pages) {
        this.repairs = repairs;
        this.book = book;
        this.pages = pages;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<byte[]> page(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "") String after) {
        Position position = Cursor.read(after).orElse(null);
        return page(who, request, HttpStatus.OK, Choices.lenient(topic, reason, state), position, null);
    }

    @PostMapping(path = "/redrive", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> redrive(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Integer count,
            @RequestParam(required = false) @Nullable Integer perSecond)
            throws InterruptedException {
        Selection selection = selection(ids, topic, reason);
        List<DeadLetter> letters = repairs.preview(selection);
        if (count == null || count != letters.size() || letters.isEmpty()) {
            return ask(who, request, "redrive", selection, letters, "", count == null ? null : "changed");
        }
        int pace = Math.clamp(perSecond == null ? repairs.fastest() : perSecond, 1, repairs.fastest());
        try {
            return switch (repairs.start(selection, pace, who.holder().name())) {
                case RedriveStart.Busy busy -> refuse(who, request, HttpStatus.CONFLICT, "busy");
                case RedriveStart.Begun begun -> toPage();
                case RedriveStart.Nothing nothing -> toPage();
            };
        } catch (Away away) {
            return refuse(who, request, HttpStatus.SERVICE_UNAVAILABLE, "away");
        }
    }

    @PostMapping(path = "/discard", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> discard(
            SignedIn who,
            HttpServletRequest request,
            @RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable Integer count,
            @RequestParam(defaultValue = "") String because)
            throws InterruptedException {
        Selection selection = selection(ids, topic, reason);
        List<DeadLetter> letters = repairs.discardable(selection);
        if (count == null || count != letters.size() || letters.isEmpty()) {
            return ask(who, request, "discard", selection, letters, because, count == null ? null : "changed");
        }
        Optional<String> why = Discard.because(because);
        if (why.isEmpty()) {
            return ask(who, request, "discard", selection, letters, because, "because.missing");
        }
        try {
            repairs.discard(selection, why.get(), who.holder().name());
            return toPage();
        } catch (Away away) {
            return refuse(who, request, HttpStatus.SERVICE_UNAVAILABLE, "away");
        }
    }

    @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> cancel(SignedIn who, HttpServletRequest request) throws InterruptedException {
        try {
            repairs.cancel(who.holder().name());
            return toPage();
        } catch (Away away) {
            return refuse(who, request, HttpStatus.SERVICE_UNAVAILABLE, "away");
        }
    }

    private ResponseEntity<byte[]> refuse(
            SignedIn who, HttpServletRequest request, HttpStatus status, String sentence) {
        String wrong = Reader.of(request).words(WORDS).say(sentence);
        return page(who, request, status, new Filter(null, null, null), null, wrong);
    }

    private ResponseEntity<byte[]> page(
            SignedIn who,
            HttpServletRequest request,
            HttpStatus status,
            Filter filter,
            @Nullable Position after,
            @Nullable String wrong) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        List<Listed> part = book.part(filter, after, LONGEST_PART + 1);
        boolean isLast = part.size() <= LONGEST_PART;
        List<Listed> shown = isLast ? part : part.subList(0, LONGEST_PART);
        return pages.answer(
                status,
                "deadLetters.jte",
                new DeadLettersView(
                        pages.frame(
                                reader,
                                other -> DeadLettersView.address(filter)
                                        .queryParam("lang", other.tag())
                                        .toUriString(),
                                words.say("title")),
                        words,
                        pages.stylesheet(),
                        Optional.of(pages.script()),
                        repairs.isReady(),
                        book.isFull(),
                        book.counts(),
                        book.progress().orElse(null),
                        filter,
                        shown,
                        isLast ? null : Cursor.of(shown.getLast().letter().position()),
                        who.proof(),
                        who.holder().may(Role.OPERATOR),
                        wrong));
    }

    private ResponseEntity<byte[]> ask(
            SignedIn who,
            HttpServletRequest request,
            String action,
            Selection selection,
            List<DeadLetter> letters,
            String typed,
            @Nullable String wrong) {
        Reader reader = Reader.of(request);
        Words words = reader.words(WORDS);
        return pages.answer(
                wrong == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                "confirm.jte",
                new ConfirmView(
                        pages.frame(reader, other -> PATH + "?lang=" + other.tag(), words.say(action + ".title")),
                        words,
                        pages.stylesheet(),
                        action,
                        selection,
                        PreviewJson.of(letters),
                        repairs.fastest(),
                        typed,
                        who.proof(),
                        wrong == null ? null : words.say(wrong, Discard.LONGEST_REASON)));
    }

    /** Single ones where some were ticked, else all of a topic and reason; a form of this page has no others. */
    private static Selection selection(List<String> ids, @Nullable String topic, @Nullable String reason) {
        if (!ids.isEmpty()) {
            return new Selection.These(ids.stream()
                    .flatMap(text -> Stream.of(text.split(" ")))
                    .limit(SelectionJson.MOST_IDS)
                    .map(id -> Place.read(id).orElseThrow(() -> new ErrorResponseException(HttpStatus.BAD_REQUEST)))
                    .collect(Collectors.toSet()));
        }
        Filter filter = Choices.strict(topic, reason, null);
        return new Selection.All(filter.topic(), filter.reason());
    }

    private static ResponseEntity<byte[]> toPage() {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(PATH))
                .build();
    }
}
