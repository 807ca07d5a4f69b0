package org.upprop.verification;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.upprop.appeal.AppealSlug;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.list.Entries;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;

/** Entries to test with that nobody had to confirm. */
final class AnEntry {

    private AnEntry() {}

    /** Makes one that is not on the list yet. */
    static SignatureId of(AppealSlug appeal, JdbcClient jdbc, Entries entries) {
        SignatureId id = SignatureId.random();
        Signatory who = Signatories.person("Ada Lindqvist", "ada@example.org");
        jdbc.sql("insert into recipient (address_key) values (?)")
                .param(id.toString())
                .update();
        jdbc.sql("""
                insert into submission (signature_id, appeal, fingerprint, recipient, appeal_version, kind, locale, source,
                    screening, submitted_at, state, ended_at)
                values (:id, :appeal, :id::text, :id::text, 1, 'individual', 'en', 'direct', '{}', now(), 'listed', now())
                """).param("id", id.value()).param("appeal", appeal.value()).update();
        entries.open(new NewEntry(
                id,
                appeal,
                new Fingerprint((UUID.randomUUID() + "" + UUID.randomUUID())
                        .replace("-", "")
                        .substring(0, 43)),
                1,
                "en",
                "direct",
                who,
                ChosenDisplay.FULL,
                Released.of(who, ChosenDisplay.FULL, false)));
        return id;
    }

    static Entries.Content shown(ChosenDisplay display) {
        Signatory who = Signatories.person("Ada Lindqvist", "ada@example.org");
        return new Entries.Content(who, display, Released.of(who, display, false));
    }
}
