package org.upprop.local.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.upprop.local.appeal.AppealFolder;
import org.upprop.local.appeal.Changes;
import org.upprop.local.appeal.Intake;
import org.upprop.local.republisher.RepublisherSite;
import org.upprop.local.stack.Ports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Publishes the sample appeal and lets its signatories sign it, all of it through the doors that everybody uses. Doing it
 * again on the same data changes nothing: they sign again, and decide only if they have not yet.
 */
public final class Demonstration {

    private static final Pattern LINK =
            Pattern.compile("(?<service>https?://[^\\s\"<>]+)/(?<page>verify|manage)/(?<token>[A-Za-z0-9_-]+)");

    private final AppealFolder appeal;
    private final String token;
    private final Consumer<String> say;
    private final Http http = new Http();
    private final List<SampleSignature> sample = SampleSignature.all();
    private final String intake;
    private final String publication;
    private final String mailbox;

    public Demonstration(Path appeal, Ports ports, String token, Consumer<String> say) {
        this.appeal = AppealFolder.read(appeal)
                .embeddableAt(RepublisherSite.SOURCE, RepublisherSite.originAt(ports.republisher()));
        this.token = token;
        this.say = say;
        this.intake = "http://localhost:" + ports.intake();
        this.publication = "http://localhost:" + ports.publication();
        this.mailbox = "http://localhost:" + ports.mailbox();
    }

    /** Returns how the public list differs in the end from what was confirmed, which is nothing if all is well. */
    public List<String> run() {
        JsonNode published = publish();
        PublicList before = list();
        for (SampleSignature each : sample) {
            sign(each, published);
        }
        say.accept("%d people and organisations have signed; their mails come".formatted(sample.size()));
        for (SampleSignature each : sample) {
            confirm(each);
        }
        return new Settling(this::list, new Expectation(sample, before), say).await(Patience.LIMIT);
    }

    private JsonNode publish() {
        Intake organiser = new Intake(intake);
        Optional<Intake.Present> present = organiser.present(slug());
        boolean isNews = present.map(
                        old -> !Changes.between(old.body(), appeal.body()).isEmpty())
                .orElse(true);
        if (isNews) {
            organiser.publish(appeal, present, token);
        }
        JsonNode published = http.getJson("%s/api/v1/appeals/%s".formatted(intake, slug()));
        say.accept("%s the appeal %s, version %d, in %s"
                .formatted(
                        isNews ? "published" : "there already is",
                        slug(),
                        published.path("version").asInt(),
                        String.join(", ", appeal.locales())));
        return published;
    }

    private void sign(SampleSignature each, JsonNode published) {
        ObjectNode body = each.signature().deepCopy();
        body.put("appealVersion", published.path("version").asInt());
        body.putObject("consent").set("version", published.path("consent").path("version"));
        http.post(202, "%s/api/v1/appeals/%s/signatures".formatted(intake, slug()), body);
    }

    private void confirm(SampleSignature each) {
        String outcome = Patience.waitFor(
                "the mail to " + each.name(), () -> newestLinkTo(each.email()).flatMap(link -> decide(each, link)));
        say.accept("%s (%s) %s"
                .formatted(each.name(), each.signature().path("country").asString(), outcome));
    }

    /** Nothing where the link has ended, as an undecided one does in time: then the mail with the next one comes. */
    private Optional<String> decide(SampleSignature each, MatchResult link) {
        if (link.group("page").equals("manage")) {
            // Only who has decided gets such a link.
            return Optional.of("decided before");
        }
        ObjectNode decision = JsonNodeFactory.instance.objectNode().put("decision", each.decision());
        String decisions = "%s/api/v1/verifications/%s".formatted(link.group("service"), link.group("token"));
        return http.find(link.group())
                .map(_ -> http.post(200, decisions, decision).path("status").asString())
                .map(status -> "decided: %s → %s".formatted(each.decision(), status));
    }

    private Optional<MatchResult> newestLinkTo(String address) {
        return http.getJson("%s/api/v1/mails?to=%s".formatted(mailbox, address))
                .valueStream()
                .flatMap(mail -> LINK.matcher(mail.path("text").asString("")).results())
                .findFirst();
    }

    private String slug() {
        return appeal.slug();
    }

    private PublicList list() {
        return Patience.waitFor("the public list", () -> PublicList.find(http, publication, slug()));
    }
}
