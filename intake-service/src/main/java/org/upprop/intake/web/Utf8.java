package org.upprop.intake.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes that must be UTF-8: an overlong form or half a surrogate pair is not, and nothing is replaced in silence. */
final class Utf8 {

    private Utf8() {}

    /** The text, or an {@link IllegalArgumentException}. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("Not UTF-8", malformed);
        }
    }
}
