package org.upprop.local.load;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upprop.local.Problem;
import org.upprop.local.appeal.Intake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A campaign peak: signatories come at their times, whether or not those before them were answered, and each goes the whole
 * way. Whoever is not answered tries again with the same key, as a patient program would.
 */
public final class Peak {

    private static final Pattern LINK =
            Pattern.compile("(?<service>https?://[^\\s\"<>]+)/verify/(?<token>[A-Za-z0-9_-]+)");

    /** A mailbox is no database. */
    private static final int LOOK_AT_ONCE = 8;

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration NEWS_EVERY = Duration.ofSeconds(5);

    /** What comes twice comes soon after. */
    private static final Duration STEADY = Duration.ofSeconds(2);

    private final Places places;
    private final Plan plan;
    private final Operator operator;
    private final Consumer<String> say;
    private final Web web = new Web();
    private final Tally tally = new Tally();
    private final Semaphore mailbox = new Semaphore(LOOK_AT_ONCE, true);
    private final String run = someWord();

    public Peak(Places places, Plan plan, String token, Consumer<String> say) {
        this.places = places;
        this.plan = plan;
        this.operator = new Operator(web, places.monitor(), token);
        this.say = say;
    }

    /** Returns once all are on the list, or nothing has come on for as long as the plan is patient. */
    public Report run() throws InterruptedException {
        JsonNode appeal = new Intake(places.intake())
                .present(plan.slug())
                .orElseThrow(() -> Problem.beforehand(
                        "There is no appeal %s at %s; publish it first.".formatted(plan.slug(), places.intake())))
                .body();
        web.read(Web.to(places.mails() + "nobody@load.example"));
        ListedNames list = new ListedNames(web, places.publication(), plan.slug(), run);
        Map<String, Integer> shown;
        double listedSeconds;
        try (Operator.Widened _ = operator.widen(plan.slug());
                var news = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofVirtual().factory())) {
            say.accept("%,d signatories come, whose names hold %s".formatted(plan.signatories(), run));
            news.scheduleAtFixedRate(this::news, NEWS_EVERY.toMillis(), NEWS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
            long last = come(appeal);
            shown = awaitNames(list);
            listedSeconds = (System.nanoTime() - last) / 1e9;
            news.shutdownNow();
        }
        Thread.sleep(STEADY);
        shown = list.read().orElse(shown);
        return Report.of(tally, shown, awaitLedger(), listedSeconds);
    }

    /** Returns when the last one came, once all have gone as far as they get. */
    private long come(JsonNode appeal) throws InterruptedException {
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            long first = System.nanoTime();
            long due = first;
            for (int number = 0; number < plan.signatories(); number++) {
                due = first + plan.comesAfter(number);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                Signatory who = new Signatory(run, number);
                long since = due;
                tally.comes();
                crowd.submit(() -> go(who, appeal, since));
            }
            return due;
        }
    }

    private @Nullable Void go(Signatory who, JsonNode appeal, long due) throws InterruptedException {
        try {
            if (isAccepted(who, appeal, due)) {
                Optional<MatchResult> link = mailedTo(who);
                if (link.isPresent()) {
                    decide(who, link.get());
                }
            }
        } catch (RuntimeException unreadable) {
            tally.gaveUp(unreadable.toString().lines().findFirst().orElseThrow());
        }
        return null;
    }

    private boolean isAccepted(Signatory who, JsonNode appeal, long due) throws InterruptedException {
        String signatures = "%s/api/v1/appeals/%s/signatures".formatted(places.intake(), plan.slug());
        JsonNode body = who.signs(
                appeal.path("version").asInt(),
                appeal.path("consent").path("version").asString());
        long since = due;
        while (isPatient()) {
            Answer answer = web.send(Web.to(signatures, body).header("Idempotency-Key", "\"%s\"".formatted(who.key())));
            tally.answered(answer.status(), System.nanoTime() - since);
            if (answer.status() == 202) {
                tally.accepted();
                return true;
            }
            if (!answer.isNotNow()) {
                tally.refused(answer);
                return false;
            }
            Thread.sleep(answer.after());
            since = System.nanoTime();
        }
        return false;
    }

    private Optional<MatchResult> mailedTo(Signatory who) throws InterruptedException {
        while (isPatient()) {
            Optional<MatchResult> link = newestLinkTo(who);
            if (link.isPresent()) {
                tally.mailed();
                return link;
            }
            Thread.sleep(LOOK_EVERY);
        }
        return Optional.empty();
    }

    private Optional<MatchResult> newestLinkTo(Signatory who) throws InterruptedException {
        mailbox.acquire();
        try {
            Answer mails = web.send(Web.to(places.mails() + who.email()));
            return mails.status() == 200
                    ? JsonMapper.shared()
                            .readTree(mails.body())
                            .valueStream()
                            .flatMap(mail ->
                                    LINK.matcher(mail.path("text").asString("")).results())
                            .findFirst()
                    : Optional.empty();
        } finally {
            mailbox.release();
        }
    }

    private void decide(Signatory who, MatchResult link) throws InterruptedException {
        String decisions = "%s/api/v1/verifications/%s".formatted(link.group("service"), link.group("token"));
        JsonNode shown = JsonNodeFactory.instance.objectNode().put("decision", "full");
        tally.decides(who);
        while (isPatient()) {
            Answer answer = web.send(Web.to(decisions, shown));
            if (answer.status() == 200) {
                tally.decided(who);
                return;
            }
            if (!answer.isNotNow()) {
                tally.refused(answer);
                return;
            }
            Thread.sleep(answer.after());
        }
    }

    private Map<String, Integer> awaitNames(ListedNames list) throws InterruptedException {
        Map<String, Integer> shown = Map.of();
        while (isPatient() && !shown.keySet().containsAll(tally.mustBeShown())) {
            Thread.sleep(LOOK_EVERY);
            int before = shown.size();
            shown = list.read().orElse(shown);
            if (shown.size() > before) {
                tally.comesOn();
            }
        }
        return shown;
    }

    private @Nullable Long awaitLedger() throws InterruptedException {
        tally.comesOn();
        Optional<Long> lost = operator.lost();
        while (lost.isEmpty() && isPatient()) {
            Thread.sleep(LOOK_EVERY);
            lost = operator.lost();
        }
        return lost.orElse(null);
    }

    private boolean isPatient() {
        return tally.quietNanos() < plan.patience().toNanos();
    }

    private void news() {
        say.accept("%,d came, %,d accepted, %,d mailed, %,d decided"
                .formatted(
                        tally.cameSoFar(),
                        tally.acceptedSoFar(),
                        tally.mailedSoFar(),
                        tally.mustBeShown().size()));
    }

    /** In letters, so that it is a word of a name. */
    private static String someWord() {
        return new Random()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
