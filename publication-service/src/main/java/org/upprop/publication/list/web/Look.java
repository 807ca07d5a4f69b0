package org.upprop.publication.list.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** How pages look in this release: it changes with any template, sentence or style, so that no cache keeps the old look. */
@Component
class Look {

    private static final List<String> PARTS = List.of(
            "classpath*:gg/jte/generated/precompiled/*.class",
            "classpath*:messages/*.properties",
            "classpath*:assets/*");

    private final String fingerprint;

    Look() {
        CRC32C sum = new CRC32C();
        try {
            for (String parts : PARTS) {
                for (Resource part : new PathMatchingResourcePatternResolver().getResources(parts)) {
                    sum.update(part.getContentAsByteArray());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        fingerprint = HexFormat.of().toHexDigits((int) sum.getValue());
    }

    String fingerprint() {
        return fingerprint;
    }
}
