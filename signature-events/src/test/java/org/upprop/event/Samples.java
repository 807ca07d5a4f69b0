package org.upprop.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.upprop.access.BearerToken;
import org.upprop.access.Grant;
import org.upprop.access.Role;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;
import org.upprop.appeal.Policy;
import org.upprop.audit.AuditAction;
import org.upprop.audit.AuditEvent;
import org.upprop.control.Brake;
import org.upprop.control.BrakeKind;
import org.upprop.count.PublicCount;
import org.upprop.signature.Comment;
import org.upprop.signature.Country;
import org.upprop.signature.Detail;
import org.upprop.signature.Display;
import org.upprop.signature.EmailAddress;
import org.upprop.signature.EntryId;
import org.upprop.signature.Fingerprints;
import org.upprop.signature.OrganisationName;
import org.upprop.signature.OrganisationType;
import org.upprop.signature.PersonName;
import org.upprop.signature.ScreeningMark;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatoryKind;
import org.upprop.signature.SignatureId;
import org.upprop.signature.SignatureSubmitted;
import org.upprop.signature.SignatureVerified;
import org.upprop.signature.Watermark;
import org.upprop.signature.Website;

/** One of each event. */
public final class Samples {

    public static final AppealSlug APPEAL = new AppealSlug("kazakhstan-2022");
    public static final Fingerprints FINGERPRINTS =
            new Fingerprints("a secret of thirty-two bytes, or more".getBytes(StandardCharsets.UTF_8));

    private static final Instant NOON = Instant.parse("2022-01-12T12:00:00Z");

    private Samples() {}

    public static Brake brake() {
        return new Brake(BrakeKind.PROOF_OF_WORK, APPEAL, 20, NOON);
    }

    public static Grant token() {
        return new Grant(
                "k3v9x0q7ab",
                Role.ORGANISER,
                "anna",
                List.of(APPEAL),
                new BearerToken("a token of the samples").hash(),
                NOON,
                NOON.plusSeconds(60));
    }

    public static AuditEvent audit() {
        return AuditEvent.now(NOON, "anna", AuditAction.BRAKE_ON, Map.of("brake", "hold-mail"));
    }

    public static Signatory.Individual aPerson(String email) {
        return new Signatory.Individual(
                new PersonName("Айгүл Әбенова"),
                new EmailAddress(email),
                new Detail("nurse"),
                new Detail("Ward 4"),
                new Detail("Алматы"),
                new Country("KZ"),
                new Comment("Salem"),
                "1");
    }

    public static Signatory.Organisation anOrganisation(String email) {
        return new Signatory.Organisation(
                new OrganisationName("«Жаңаөзен» кәсіподағы"),
                new EmailAddress(email),
                new Website("https://union.example.org/"),
                OrganisationType.TRADE_UNION,
                new Country("KZ"),
                new Signatory.Contact(new PersonName("Ada Lovelace"), new Detail("chair")),
                true,
                new OrganisationName("Union of unions"),
                "1");
    }

    public static SignatureSubmitted submittedBy(Signatory signatory) {
        return new SignatureSubmitted(
                new SignatureId(UUID.fromString("0b8f4a4e-5f0c-4a9e-9a33-0d0a5c3a7d11")),
                APPEAL,
                2,
                signatory.kind(),
                FINGERPRINTS.of(APPEAL, signatory),
                "sv",
                "direct",
                NOON,
                List.of(),
                null,
                signatory);
    }

    public static SignatureSubmitted submittedWithAProof() {
        SignatureSubmitted plain = submittedBy(aPerson("ada@example.org"));
        return new SignatureSubmitted(
                plain.signatureId(),
                plain.appeal(),
                plain.appealVersion(),
                plain.kind(),
                plain.fingerprint(),
                plain.locale(),
                plain.source(),
                plain.submittedAt(),
                List.of(ScreeningMark.FAST.id()),
                "3q2-7wAAAAAAAAAAAAAAAA",
                plain.signatory());
    }

    public static SignatureVerified verified() {
        return new SignatureVerified(
                new EntryId(UUID.fromString("5f6f2e0a-6a0b-4d53-8f43-7f6f5f1b2c3d")),
                APPEAL,
                1,
                SignatoryKind.INDIVIDUAL,
                Display.FULL,
                "Айгүл Әбенова",
                "nurse",
                null,
                "Алматы",
                new Country("KZ"),
                null,
                null,
                null,
                null,
                NOON,
                2,
                "sv",
                "direct");
    }

    public static Watermark watermark() {
        return new Watermark(7, NOON, Map.of(APPEAL.value(), 4_711L));
    }

    public static Appeal appeal() {
        return appealInRevision(3);
    }

    public static Appeal appealInRevision(long revision) {
        return new Appeal(
                APPEAL,
                revision,
                2,
                "0".repeat(64),
                "en",
                new Appeal.Publisher("Alliance", "https://alliance.example"),
                new Appeal.Controller("Alliance", "1 Street", "privacy@alliance.example"),
                NOON,
                null,
                1000,
                Map.of("en", translation()),
                consent(),
                List.of(new Appeal.Source(
                        "group", "Group", "https://group.example", List.of("https://group.example"), null)),
                Policy.DEFAULT,
                List.of(),
                NOON);
    }

    public static AppealText appealText() {
        return new AppealText(APPEAL, 2, "0".repeat(64), "en", Map.of("en", translation()), consent(), NOON);
    }

    public static PublicCount count() {
        return countInRevision(1_641_988_800_000L);
    }

    public static PublicCount countInRevision(long revision) {
        return PublicCount.whole(APPEAL, revision, 11, 2, 3, NOON);
    }

    public static PublicCount countAtRisk(long total) {
        return PublicCount.atRisk(APPEAL, 1_641_988_800_000L, total, NOON);
    }

    private static Appeal.Translation translation() {
        return new Appeal.Translation(
                "Title", "Summary", "Body", List.of(new Appeal.Demand("release", "Release them")));
    }

    private static Appeal.Consent consent() {
        return new Appeal.Consent("1", Map.of("en", "Your name is published."));
    }
}
