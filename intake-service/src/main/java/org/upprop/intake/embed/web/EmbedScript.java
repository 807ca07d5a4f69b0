package org.upprop.intake.embed.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.page.web.Assets;

/** The script that republishers name in their pages; its address never changes, and so it is asked for again and again. */
@RestController
class EmbedScript {

    private static final CacheControl FOR_A_WHILE =
            CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic();

    private final Assets.Asset script;

    EmbedScript(Assets assets) {
        script = assets.get("embed.js");
    }

    @GetMapping("/embed.js")
    ResponseEntity<byte[]> script() {
        return ResponseEntity.ok()
                .contentType(script.type())
                .cacheControl(FOR_A_WHILE)
                // A strong one would keep the server from compressing it.
                .eTag("W/\"" + script.fingerprint() + "\"")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .body(script.bytes());
    }
}
