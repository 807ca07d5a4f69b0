package org.upprop.intake.site.web;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.upprop.appeal.Appeal;
import org.upprop.page.web.Reader;
import org.upprop.site.Language;
import org.upprop.site.PublicUrls;

/**
 * Where an appeal's page leads. What is passed on to others names the language that was read, so that its preview is in
 * it, and the site that led here.
 */
public final class Links {

    private final Appeal appeal;
    private final Reader reader;
    private final PublicUrls urls;
    private final Language language;

    public Links(Appeal appeal, Reader reader, PublicUrls urls) {
        this.appeal = appeal;
        this.reader = reader;
        this.urls = urls;
        this.language = reader.textOf(appeal);
    }

    /** The address of the appeal in a language, whole and without what the reader brought along. */
    public String canonical(Language in) {
        return page().queryParam("lang", in.tag()).encode().build().toUriString();
    }

    /** The address of the appeal for readers of any language. */
    public String anyLanguage() {
        return urls.appealPage(appeal.slug()).toString();
    }

    /** The picture for previews. */
    public String picture() {
        return page().pathSegment("picture", language.tag() + ".png").build().toUriString();
    }

    /** The address to pass on. */
    public String shared() {
        return page().queryParam("lang", language.tag())
                .queryParamIfPresent("source", source())
                .encode()
                .build()
                .toUriString();
    }

    /** The script that puts the form on a page of another site. */
    public String script() {
        return at("/embed.js");
    }

    /** The form alone, for a frame on a page of another site. */
    public String framed() {
        return at(spoken("/embed"));
    }

    /** The count as a picture, for a button on a page of another site. */
    public String button() {
        return at(spoken("/count.svg"));
    }

    /** One of the appeal's pages, whole, for a page of another site. */
    public String whole(String page) {
        return at(reader.to(appeal, page));
    }

    /** The language to name on a page of another site: the one that was asked for, or else the appeal's. */
    public String named() {
        return Objects.requireNonNullElse(reader.lang(), language.tag());
    }

    private String spoken(String page) {
        return reader.to(appeal, page, new Language(named()));
    }

    /** An address of this service, whole. */
    public String at(String path) {
        return urls.intake(path).toString();
    }

    /** The list of signatories, in the reader's language. */
    public String list() {
        return UriComponentsBuilder.fromUri(urls.listPage(appeal.slug()))
                .queryParamIfPresent("lang", Optional.ofNullable(reader.lang()))
                .queryParamIfPresent("source", source())
                .encode()
                .build()
                .toUriString();
    }

    /** Where the owner of an address has the links to their signatures mailed, in the reader's language. */
    public String toOwn() {
        return UriComponentsBuilder.fromUri(urls.linksPage(appeal.slug()))
                .queryParamIfPresent("lang", Optional.ofNullable(reader.lang()))
                .encode()
                .build()
                .toUriString();
    }

    /** What becomes of the data. */
    public String privacy() {
        return reader.to(appeal, "/privacy");
    }

    /** The page that leads to the reader's own Mastodon server. */
    public String mastodon() {
        return reader.to(appeal, "/mastodon");
    }

    /** Where a Mastodon server takes what is to be posted. */
    public String mastodon(String server) {
        return "https://" + server + "/share?text=" + encoded(message());
    }

    public String whatsApp() {
        return "https://wa.me/?text=" + encoded(message());
    }

    public String telegram() {
        return "https://t.me/share/url?url=" + encoded(shared()) + "&text=" + encoded(title());
    }

    public String mail() {
        Appeal.Translation text = appeal.in(language.tag());
        return "mailto:?subject=" + encoded(text.title()) + "&body="
                + encoded(text.summary() + "\n\n" + shared() + "\n");
    }

    private String message() {
        return title() + "\n" + shared();
    }

    private String title() {
        return appeal.in(language.tag()).title();
    }

    private Optional<String> source() {
        return reader.sourceOf(appeal).map(Appeal.Source::id);
    }

    private UriComponentsBuilder page() {
        return UriComponentsBuilder.fromUri(urls.appealPage(appeal.slug()));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
