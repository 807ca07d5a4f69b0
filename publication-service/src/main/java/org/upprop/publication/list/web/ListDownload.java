package org.upprop.publication.list.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.export.Download;
import org.upprop.publication.export.ExportFormat;
import org.upprop.publication.export.Selection;
import org.upprop.publication.list.ListCount;
import org.upprop.signature.Country;
import org.upprop.signature.SignatoryKind;

/**
 * A whole list on its way into an answer. The public gets organisations, and people only where the appeal says that they
 * are open data and nobody is at risk.
 *
 * @param kind only signatories of this kind
 * @param country only signatories from this country
 */
record ListDownload(
        AskedList list,
        ExportFormat format,
        boolean isOrganisers,
        @Nullable SignatoryKind kind,
        @Nullable Country country,
        HttpServletResponse response)
        implements Download {

    private static final CacheControl OF_THE_ORGANISER = CacheControl.noStore().cachePrivate();

    /** @throws InvalidParameter if it asks for people, or by places, of whom this reader may not know that */
    ListDownload {
        if (!isOrganisers && list.isAtRisk() && country != null) {
            throw InvalidParameter.atRisk("country", "Must be absent: these signatories are at risk where they live.");
        }
        if (!isOrganisers && kind == SignatoryKind.INDIVIDUAL && !hasOpenPeople(list)) {
            throw InvalidParameter.forbidden(
                    "kind",
                    "kind.not-open",
                    "Must be absent or organisation: people are exported to the organiser alone.");
        }
    }

    @Override
    public AppealSlug appeal() {
        return list.slug();
    }

    @Override
    public Selection select(ListCount count) {
        AskedList read = list.with(count);
        return new Selection(
                list.slug(),
                kind != SignatoryKind.INDIVIDUAL,
                kind != SignatoryKind.ORGANISATION && (isOrganisers || hasOpenPeople(read)),
                isOrganisers || !read.isAtRisk(),
                country);
    }

    @Override
    public OutputStream begin(ListCount count) throws IOException {
        head(list.with(count));
        return response.getOutputStream();
    }

    /** What stands before the file. The counts do, so that every line of the file is a name. */
    void head(AskedList read) {
        caching(read);
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(list.slug() + "-signatories." + format.extension())
                        .build()
                        .toString());
        ShownCount count = isOrganisers ? ShownCount.whole(read.count()) : read.shownCount();
        number("Upprop-Total", count.total());
        ShownCount.Parts parts = count.parts();
        if (parts != null) {
            number("Upprop-Individuals", parts.individuals());
            number("Upprop-Organisations", parts.organisations());
            number("Upprop-Hidden", parts.hidden());
        }
    }

    void caching(AskedList read) {
        response.setHeader(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        if (isOrganisers) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, OF_THE_ORGANISER.getHeaderValue());
        } else {
            response.setHeader(HttpHeaders.ETAG, etag(read));
            response.setHeader(
                    HttpHeaders.CACHE_CONTROL, Freshness.NAMES.header().getHeaderValue());
        }
    }

    String etag(AskedList read) {
        return read.etag(format.extension());
    }

    private void number(String header, @Nullable Long number) {
        if (number != null) {
            response.setHeader(header, number.toString());
        }
    }

    private static boolean hasOpenPeople(AskedList list) {
        return list.appeal() != null && list.appeal().policy().openData() && !list.isAtRisk();
    }
}
