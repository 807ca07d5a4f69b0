package org.upprop.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;
import org.upprop.appeal.Policy;

/** An appeal in Swedish and English, open, at its second version; each one has an address of its own. */
public final class AnAppeal {

    private final AppealSlug slug =
            new AppealSlug("appeal-" + UUID.randomUUID().toString().substring(0, 8));
    private Instant opensAt = Ports.NOW.minusSeconds(3600);
    private Instant closesAt = Ports.NOW.plusSeconds(3600);
    private Policy policy = Policy.DEFAULT;
    private Map<String, Appeal.Translation> translations = translations();
    private String original = "sv";
    private @Nullable String intro;
    private List<UUID> firstSignatories = List.of();

    public static AnAppeal anAppeal() {
        return new AnAppeal();
    }

    public AnAppeal opening(Instant at) {
        opensAt = at;
        return this;
    }

    public AnAppeal closed() {
        closesAt = Ports.NOW;
        return this;
    }

    public AnAppeal takingComments() {
        policy = new Policy(Policy.Organisations.REVIEW, Policy.Comments.REVIEW, false, false, false);
        return this;
    }

    public AnAppeal atRisk() {
        policy = new Policy(Policy.Organisations.REVIEW, Policy.Comments.OFF, false, true, false);
        return this;
    }

    /** In one language alone. */
    public AnAppeal saying(String language, Appeal.Translation text) {
        translations = Map.of(language, text);
        original = language;
        return this;
    }

    public AnAppeal introducedWith(String words) {
        intro = words;
        return this;
    }

    public AnAppeal naming(UUID... entries) {
        firstSignatories = List.of(entries);
        return this;
    }

    public Appeal build() {
        return new Appeal(
                slug,
                7,
                2,
                "0".repeat(64),
                original,
                new Appeal.Publisher("Gruppen Gryning", "https://gryning.example"),
                new Appeal.Controller("Gruppen Gryning", "Box 1, Stockholm", "post@gryning.example"),
                opensAt,
                closesAt,
                100,
                translations,
                consent("2"),
                List.of(new Appeal.Source(
                        "gryning", "Gryning", "https://gryning.example", List.of("https://gryning.example"), intro)),
                policy,
                firstSignatories,
                Ports.NOW.minusSeconds(60));
    }

    /** The text of the version before. */
    public AppealText firstText() {
        return new AppealText(slug, 1, "1".repeat(64), "sv", translations(), consent("1"), Ports.NOW.minusSeconds(600));
    }

    private static Map<String, Appeal.Translation> translations() {
        return Map.of(
                "sv", new Appeal.Translation("Titel", "Kort", "Text", List.of(new Appeal.Demand("free", "Frige"))),
                "pt-BR",
                        new Appeal.Translation(
                                "Título", "Breve", "Texto", List.of(new Appeal.Demand("free", "Livres"))));
    }

    private static Appeal.Consent consent(String version) {
        return new Appeal.Consent(version, Map.of("sv", "Ja", "pt-BR", "Sim"));
    }
}
