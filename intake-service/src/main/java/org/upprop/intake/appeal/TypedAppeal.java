package org.upprop.intake.appeal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An appeal as an organiser sent it, before anything was checked. */
public record TypedAppeal(
        @Nullable String originalLocale,
        @Nullable TypedPublisher publisher,
        @Nullable TypedController controller,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable Integer goal,
        @Nullable Map<String, @Nullable TypedTranslation> translations,
        @Nullable TypedConsent consent,
        @Nullable List<@Nullable TypedSource> sources,
        @Nullable TypedPolicy policy,
        @Nullable List<@Nullable String> firstSignatories,
        @Nullable Boolean editorial) {

    public record TypedPublisher(
            @Nullable String name, @Nullable String url) {}

    public record TypedController(
            @Nullable String name,
            @Nullable String postalAddress,
            @Nullable String email) {}

    public record TypedTranslation(
            @Nullable String title,
            @Nullable String summary,
            @Nullable String body,
            @Nullable List<@Nullable TypedDemand> demands) {}

    public record TypedDemand(@Nullable String id, @Nullable String text) {}

    public record TypedConsent(
            @Nullable String version, @Nullable Map<String, @Nullable String> text) {}

    public record TypedSource(
            @Nullable String id,
            @Nullable String name,
            @Nullable String url,
            @Nullable List<@Nullable String> origins,
            @Nullable String intro) {}

    public record TypedPolicy(
            @Nullable String organisations,
            @Nullable String comments,
            @Nullable Boolean openData,
            @Nullable Boolean atRisk) {}
}
