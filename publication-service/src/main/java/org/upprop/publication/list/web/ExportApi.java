package org.upprop.publication.list.web;

import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.upprop.access.Holder;
import org.upprop.access.Holders;
import org.upprop.access.Role;
import org.upprop.publication.export.ExportFormat;
import org.upprop.publication.export.Exports;

/** The whole list as a file: to everybody what is open data, to its organisers all that is released. */
@RestController
@RequestMapping("/api/v1/appeals/{slug}")
class ExportApi {

    private final AskedLists lists;
    private final Exports exports;
    private final Holders holders;

    ExportApi(AskedLists lists, Exports exports, Holders holders) {
        this.lists = lists;
        this.exports = exports;
        this.holders = holders;
    }

    @GetMapping("/signatories.csv")
    void csv(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            ServletWebRequest request)
            throws IOException {
        answer(download(ExportFormat.CSV, slug, kind, country, authorization, request), request);
    }

    @GetMapping("/signatories.ndjson")
    void ndjson(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String country,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            ServletWebRequest request)
            throws IOException {
        answer(download(ExportFormat.NDJSON, slug, kind, country, authorization, request), request);
    }

    private ListDownload download(
            ExportFormat format,
            String slug,
            @Nullable String kind,
            @Nullable String country,
            @Nullable String authorization,
            ServletWebRequest request) {
        Optional<Holder> organiser = organiser(authorization);
        AskedList list = lists.require(slug);
        if (organiser.filter(who -> !who.mayOn(list.slug())).isPresent()) {
            throw ofAnotherAppeal();
        }
        return new ListDownload(
                list,
                format,
                organiser.isPresent(),
                Parameters.kind(kind),
                Parameters.country(country),
                Objects.requireNonNull(request.getResponse()));
    }

    private void answer(ListDownload download, ServletWebRequest request) throws IOException {
        AskedList list = download.list();
        if (!download.isOrganisers() && request.checkNotModified(download.etag(list))) {
            download.caching(list);
        } else if (HttpMethod.HEAD.equals(request.getHttpMethod())) {
            download.head(list);
        } else {
            exports.write(download);
        }
    }

    /** Whoever shows no token is the public. */
    private Optional<Holder> organiser(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .map(shown -> holders.of(shown, Role.ORGANISER).orElseThrow(ExportApi::refused));
    }

    private static ErrorResponseException ofAnotherAppeal() {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.FORBIDDEN);
        problem.setTitle("The token is for other appeals");
        problem.setType(URI.create("https://upprop.org/problems/another-appeal"));
        return new ErrorResponseException(HttpStatus.FORBIDDEN, problem, null);
    }

    private static ErrorResponseException refused() {
        ErrorResponseException refused = new ErrorResponseException(HttpStatus.UNAUTHORIZED);
        refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"organiser\"");
        return refused;
    }
}
