package org.upprop.intake.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Idempotency-Key}: a string of structured fields, {@code "…"}, as the draft has it, or the same
 * without quotes, as many clients send it.
 *
 * @see <a href="https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header-07">The Idempotency-Key
 *     HTTP Header Field, draft 07</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9651#name-strings">RFC 9651, strings</a>
 */
public final class IdempotencyKeyHeader {

    public static final String NAME = "Idempotency-Key";

    /** What is promised, as the OpenAPI document says it. */
    public static final String PROMISE = """
            Makes it safe to send a signature again when no answer came, or a 503. A key and a body have one effect \
            together: one submission under one `signatureId`, so that nothing more is mailed or listed, whichever \
            instance answers and whether or not it was restarted meanwhile. This holds as long as the signature stands, \
            and for 30 days after it ended.

            The body counts as it is understood: the order of fields, spacing and Unicode normalisation make no \
            difference, and neither do other headers. The key counts within its appeal, and for everybody, so it must be \
            one that nobody else has: a random UUID. Another body under the same key is answered with 422 \
            (`idempotency-key-reused`) by an instance that took the first within the last day and still remembers it; \
            other instances take it as another signature. Only what was answered with 202 uses a key up.

            While the first sending is still under way a second one is not refused with 409 but taken like the first, \
            since both have one effect. A proof of work may be sent again with it. A signature that is sent again is \
            checked again: it may be refused because the appeal closed or changed meanwhile, and the first stays taken.

            A string of structured fields (`"…"`), or the same without quotes; 1 to 128 visible ASCII characters, and \
            without quotes none of `"`, `,`, `;` and `\\`.""";

    private static final int LIMIT = 128;
    private static final String RULE =
            NAME + " must be a quoted string, or a word, of 1 to " + LIMIT + " visible ASCII characters.";

    private static final Pattern QUOTED = Pattern.compile("\"((?:[!-~&&[^\"\\\\]]|\\\\[\"\\\\])+)\"");
    private static final Pattern BARE = Pattern.compile("[!-~&&[^\",;\\\\]]+");

    private IdempotencyKeyHeader() {}

    /** The key in a header, nothing where there is no header; anything else is answered with 400. */
    public static @Nullable String read(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Matcher quoted = QUOTED.matcher(header);
        String key = quoted.matches() ? quoted.group(1).replaceAll("\\\\(.)", "$1") : header;
        if (key.length() > LIMIT || !(quoted.matches() || BARE.matcher(header).matches())) {
            throw Problem.IDEMPOTENCY_KEY_INVALID.exception(RULE);
        }
        return key;
    }
}
