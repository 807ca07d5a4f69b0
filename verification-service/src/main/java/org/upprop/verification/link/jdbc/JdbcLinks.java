package org.upprop.verification.link.jdbc;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.upprop.signature.SignatureId;
import org.upprop.verification.link.Code;
import org.upprop.verification.link.CodeKey;
import org.upprop.verification.link.Link;
import org.upprop.verification.link.Links;
import org.upprop.verification.link.Token;

/** The table {@code link}. */
@Repository
class JdbcLinks implements Links {

    private static final String INSERT = """
            insert into link (hash, signature_id, decides_until, code, tries_before)
            values (:hash, :signature, now() + make_interval(secs => :decides), :code,
                    coalesce((select tries from code_try where signature_id = :signature), 0))
            returning decides_until
            """;

    private static final String INSERT_LIKE_THE_LAST = """
            insert into link (hash, signature_id, decides_until)
            select :hash, :signature, max(decides_until) from link where signature_id = :signature
            having max(decides_until) > now()
            returning decides_until
            """;

    private static final String TRY = """
            with tried as (
                insert into code_try as t (signature_id, tries) values (:signature, 1)
                on conflict (signature_id) do update set tries = t.tries + 1, tried_at = now()
                returning tries
            )
            select exists (
                select from tried
                join link l on l.signature_id = :signature
                join submission s on s.signature_id = l.signature_id
                where l.code = :code and tried.tries - l.tries_before between 1 and :most
                  and l.decides_until > now() and s.state = 'pending')
            """;

    private static final String FORGET_CODE = "update link set code = null where hash = :hash";

    private static final String DELETE = "delete from link where hash = :hash";

    /** A link that can decide nothing more is kept as long as it can still manage an entry, or let mails come again. */
    private static final String PURGE = """
            delete from link where hash in (
                select l.hash from link l join submission s on s.signature_id = l.signature_id
                where l.decides_until < now() and s.state <> 'not-mine'
                  and not exists (
                      select from entry e where e.appeal = s.appeal and e.fingerprint = s.fingerprint)
                limit :most for update of l skip locked)
            """;

    /** As long as a code can be typed, the tries of it count. */
    private static final String PURGE_TRIES = """
            delete from code_try where signature_id in (
                select t.signature_id from code_try t
                where t.tried_at < now() - interval '1 day' and not exists (
                    select from link l where l.signature_id = t.signature_id and l.decides_until > now())
                limit :most for update skip locked)
            """;

    private static final int MOST_TRIES = 5;

    private final JdbcClient jdbc;
    private final CodeKey codes;

    JdbcLinks(JdbcClient jdbc, CodeKey codes) {
        this.jdbc = jdbc;
        this.codes = codes;
    }

    @Override
    public Link make(SignatureId signature, Duration decides) {
        Token token = Token.random();
        Code code = Code.random();
        return inserted(
                        token,
                        code,
                        statement(INSERT, token, signature)
                                .param("decides", decides.toSeconds())
                                .param("code", codes.hmac(signature, code)))
                .single();
    }

    @Override
    public Optional<Link> remake(SignatureId signature) {
        Token token = Token.random();
        return inserted(token, null, statement(INSERT_LIKE_THE_LAST, token, signature))
                .optional();
    }

    @Override
    public Optional<Link> swap(SignatureId signature, Code code) {
        boolean isRight = jdbc.sql(TRY)
                .param("signature", signature.value())
                .param("code", codes.hmac(signature, code))
                .param("most", MOST_TRIES)
                .query(Boolean.class)
                .single();
        return isRight ? remake(signature) : Optional.empty();
    }

    private JdbcClient.StatementSpec statement(String sql, Token token, SignatureId signature) {
        return jdbc.sql(sql).param("hash", token.hash()).param("signature", signature.value());
    }

    private static JdbcClient.MappedQuerySpec<Link> inserted(
            Token token, @Nullable Code code, JdbcClient.StatementSpec insert) {
        return insert.query((row, number) -> new Link(
                token, row.getObject("decides_until", OffsetDateTime.class).toInstant(), code));
    }

    @Override
    public void discard(Token token) {
        jdbc.sql(DELETE).param("hash", token.hash()).update();
    }

    @Override
    public void forgetCode(Token token) {
        jdbc.sql(FORGET_CODE).param("hash", token.hash()).update();
    }

    @Override
    public int purge(int most) {
        return jdbc.sql(PURGE).param("most", most).update();
    }

    @Override
    public int purgeTries(int most) {
        return jdbc.sql(PURGE_TRIES).param("most", most).update();
    }
}
