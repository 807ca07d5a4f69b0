package org.upprop.intake.embed.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The script that republishers name in their pages; its address never changes, and so it is asked for again and again. */
@RestController
class EmbedScript {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");
    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final byte[] script = read();
    private final String tag = "\"" + DigestUtils.md5DigestAsHex(script) + "\"";

    @GetMapping("/embed.js")
    ResponseEntity<byte[]> script(WebRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(FOR_A_WHILE)
                .eTag(tag)
                .header("Cross-Origin-Resource-Policy", "cross-origin");
        return request.checkNotModified(tag)
                ? ResponseEntity.status(304).cacheControl(FOR_A_WHILE).eTag(tag).build()
                : answer.body(script);
    }

    private static byte[] read() {
        try {
            return new ClassPathResource("assets/embed.js").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
