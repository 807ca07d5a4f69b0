package org.upprop.page.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The styles and scripts of the pages, from {@code assets/} on the class path. An address carries the fingerprint of what
 * is behind it, so that it may be kept for ever; asked for with another fingerprint, as between instances of two
 * releases, the present one is given and may not be kept.
 */
@Controller
public class Assets {

    private static final Map<String, MediaType> TYPES = Map.of(
            "css", MediaType.parseMediaType("text/css;charset=UTF-8"),
            "js", MediaType.parseMediaType("text/javascript;charset=UTF-8"));

    private static final Pattern NAME = Pattern.compile("[a-z-]{1,40}\\.(css|js)");

    // A page that shuts out other sites' resources, and republishes an appeal, needs them all the same.
    private static final String FOR_PAGES = "Cross-Origin-Resource-Policy";
    private static final String OF_ANY_SITE = "cross-origin";

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final String folder;
    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    /** @param folder what their addresses begin with, by which a proxy finds the service */
    public Assets(@Value("${upprop.pages.folder}") String folder) {
        this.folder = folder;
    }

    /** Where pages load an asset from, relative to the origin. */
    public String address(String name) {
        return folder + "/" + name + "?v=" + get(name).fingerprint();
    }

    /** An asset that there is. */
    public Asset get(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No asset " + name));
    }

    @GetMapping("${upprop.pages.folder}/{name}")
    ResponseEntity<byte[]> asset(
            @PathVariable String name, @RequestParam(name = "v", required = false) @Nullable String fingerprint) {
        return find(name)
                .map(asset -> ResponseEntity.ok()
                        .contentType(asset.type())
                        .cacheControl(asset.fingerprint().equals(fingerprint) ? FOR_EVER : CacheControl.noCache())
                        .header(FOR_PAGES, OF_ANY_SITE)
                        .body(asset.bytes()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Optional<Asset> find(String name) {
        Asset known = assets.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        ClassPathResource resource = new ClassPathResource("assets/" + name);
        return resource.exists()
                ? Optional.of(assets.computeIfAbsent(name, ignored -> Asset.of(resource)))
                : Optional.empty();
    }

    /**
     * A style or a script.
     *
     * @param fingerprint changes with what is in it
     */
    public record Asset(MediaType type, byte[] bytes, String fingerprint) {

        private static Asset of(ClassPathResource resource) {
            try {
                String path = resource.getPath();
                String extension = path.substring(path.lastIndexOf('.') + 1);
                MediaType type = TYPES.getOrDefault(extension, MediaType.APPLICATION_OCTET_STREAM);
                String text = resource.getContentAsString(StandardCharsets.UTF_8);
                byte[] bytes = (extension.equals("css") ? light(text) : text).getBytes(StandardCharsets.UTF_8);
                CRC32C sum = new CRC32C();
                sum.update(bytes);
                return new Asset(type, bytes, HexFormat.of().toHexDigits((int) sum.getValue()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** A style without its comments and indentation. */
        private static String light(String style) {
            return style.replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s*([{};,])\\s*", "$1")
                    .replaceAll("\\s+", " ")
                    .strip();
        }
    }
}
