package org.upprop.intake.appeal.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.http.CacheControl;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.upprop.access.Holder;
import org.upprop.appeal.Appeal;
import org.upprop.appeal.AppealSlug;
import org.upprop.appeal.AppealText;
import org.upprop.intake.appeal.AppealDesk;
import org.upprop.intake.appeal.Appeals;
import org.upprop.intake.appeal.Publication;
import org.upprop.intake.appeal.TypedAppeal;
import org.upprop.intake.input.InputError;
import org.upprop.intake.web.Problem;
import org.upprop.text.InvalidValue;

/** Appeals as JSON. The entity tag of one is its revision. */
@RestController
@RequestMapping("/api/v1/appeals")
class AppealController {

    private final Appeals appeals;
    private final AppealDesk desk;

    AppealController(Appeals appeals, AppealDesk desk) {
        this.appeals = appeals;
        this.desk = desk;
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Items.class)))
    @GetMapping
    ResponseEntity<?> all() {
        if (!appeals.areRead()) {
            return Problem.UNAVAILABLE.answer();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(new Items(appeals.all().stream().map(AppealSummary::of).toList()));
    }

    @GetMapping("/{slug}")
    ResponseEntity<Appeal> one(Appeal appeal) {
        return answer(HttpStatus.OK, appeal);
    }

    /** The texts of a version, as they were signed; its entity tag is their hash. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AppealText.class)))
    @GetMapping("/{slug}/versions/{version}")
    ResponseEntity<?> version(Appeal appeal, @PathVariable int version) {
        return appeals.text(appeal.slug(), version)
                .<ResponseEntity<?>>map(text -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .eTag("\"" + text.textHash() + "\"")
                        .body(text))
                .orElseGet(Problem.UNKNOWN_VERSION::answer);
    }

    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Appeal.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Appeal.class)))
    @PutMapping(
            path = "/{slug}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> publish(
            @PathVariable String slug,
            @Parameter(hidden = true) @RequestAttribute(OrganiserOnly.HOLDER) Holder organiser,
            @RequestHeader HttpHeaders headers,
            @RequestBody TypedAppeal typed) {
        AppealSlug appeal;
        try {
            appeal = new AppealSlug(slug);
        } catch (InvalidValue invalid) {
            return Problem.invalid(List.of(new InputError("", invalid.code(), invalid.rule())));
        }
        if (!organiser.mayOn(appeal)) {
            return Problem.ANOTHER_APPEAL.answer();
        }
        return switch (desk.publish(appeal, typed, expected(headers))) {
            case Publication.Created(var published) ->
                ResponseEntity.created(URI.create("/api/v1/appeals/" + published.slug()))
                        .eTag(tag(published))
                        .body(published);
            case Publication.Changed(var published) -> answer(HttpStatus.OK, published);
            case Publication.Unchanged(var published) -> answer(HttpStatus.OK, published);
            case Publication.Overtaken overtaken -> Problem.PRECONDITION_FAILED.answer();
            case Publication.Refused(var errors) -> Problem.invalid(errors);
            case Publication.Unavailable unavailable -> Problem.UNAVAILABLE.answer();
        };
    }

    /** Without {@code If-Match} an organiser expects nothing, and replaces whatever is there. */
    private static Predicate<Optional<Appeal>> expected(HttpHeaders headers) {
        List<ETag> match = tags(headers, HttpHeaders.IF_MATCH);
        List<ETag> noneMatch = tags(headers, HttpHeaders.IF_NONE_MATCH);
        boolean anything = !headers.containsHeader(HttpHeaders.IF_MATCH);
        return latest ->
                (anything || latest.filter(appeal -> isOneOf(match, appeal)).isPresent())
                        && latest.filter(appeal -> isOneOf(noneMatch, appeal)).isEmpty();
    }

    private static List<ETag> tags(HttpHeaders headers, String name) {
        return headers.getOrEmpty(name).stream()
                .flatMap(value -> ETag.parse(value).stream())
                .toList();
    }

    private static boolean isOneOf(List<ETag> tags, Appeal appeal) {
        return tags.stream().anyMatch(given -> given.isWildcard() || given.compare(ETag.create(tag(appeal)), true));
    }

    private static ResponseEntity<Appeal> answer(HttpStatus status, Appeal appeal) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noCache())
                .eTag(tag(appeal))
                .body(appeal);
    }

    private static String tag(Appeal appeal) {
        return "\"" + appeal.revision() + "\"";
    }

    record Items(List<AppealSummary> items) {}
}
