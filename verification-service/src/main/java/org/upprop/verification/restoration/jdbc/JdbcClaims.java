package org.upprop.verification.restoration.jdbc;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.upprop.appeal.AppealSlug;
import org.upprop.event.EventJson;
import org.upprop.signature.Fingerprint;
import org.upprop.signature.Signatory;
import org.upprop.signature.SignatureId;
import org.upprop.verification.identity.AddressKey;
import org.upprop.verification.identity.EntryIds;
import org.upprop.verification.list.NewEntry;
import org.upprop.verification.mail.MailKind;
import org.upprop.verification.mail.OwedMail;
import org.upprop.verification.restoration.Claims;
import org.upprop.verification.signature.ChosenDisplay;
import org.upprop.verification.signature.Released;

/** The table {@code told} beside submissions, each of which would become the entry of a certain id. */
@Repository
class JdbcClaims implements Claims {

    private static final String OF = """
            select s.signature_id, s.appeal, s.fingerprint, s.appeal_version, s.locale, s.source, s.signatory, s.recipient
            from unnest(?::text[], ?::text[]) as given (signature_id, entry_id)
            join told t on t.entry_id = given.entry_id::uuid
            join submission s on s.signature_id = given.signature_id::uuid
            where s.state = 'pending' and t.event is not null
              and not exists (
                  select from entry e where e.appeal = s.appeal and e.fingerprint = s.fingerprint)
            """;

    private static final String END_TAKEN_OFF = """
            update submission s
            set state = 'withdrawn', signatory = null, ended_at = t.at, turned_away_at = t.at
            from unnest(?::text[], ?::text[]) as given (signature_id, entry_id)
            join told t on t.entry_id = given.entry_id::uuid
            where s.signature_id = given.signature_id::uuid and s.state = 'pending' and t.event is null
            returning s.signature_id
            """;

    private final JdbcClient jdbc;
    private final EntryIds ids;
    private final ListedStates listed;

    JdbcClaims(JdbcClient jdbc, EntryIds ids) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.listed = new ListedStates(jdbc);
    }

    @Override
    public List<Claim> of(Collection<SignatureId> pending) {
        return about(OF, pending).query(JdbcClaims::claim).list();
    }

    @Override
    public List<SignatureId> endTakenOff(Collection<SignatureId> pending) {
        return about(END_TAKEN_OFF, pending).query(JdbcRestored::signature).list();
    }

    @Override
    public void settled() {
        listed.settled();
    }

    private StatementSpec about(String sql, Collection<SignatureId> pending) {
        return jdbc.sql(sql)
                .param(pending.stream().map(SignatureId::toString).toArray(String[]::new))
                .param(pending.stream().map(one -> ids.of(one).toString()).toArray(String[]::new));
    }

    /** How it is shown is what the list says, a moment later. */
    private static Claim claim(ResultSet row, int number) throws SQLException {
        SignatureId signature = JdbcRestored.signature(row, number);
        Signatory signatory =
                EventJson.read(row.getString("signatory").getBytes(StandardCharsets.UTF_8), Signatory.class);
        ChosenDisplay display = ChosenDisplay.HIDDEN.possibleFor(signatory, true);
        return new Claim(
                new NewEntry(
                        signature,
                        new AppealSlug(row.getString("appeal")),
                        new Fingerprint(row.getString("fingerprint")),
                        row.getInt("appeal_version"),
                        row.getString("locale"),
                        row.getString("source"),
                        signatory,
                        display,
                        Released.of(signatory, display, true)),
                new OwedMail(MailKind.ALREADY_SIGNED, signature, new AddressKey(row.getString("recipient"))));
    }
}
