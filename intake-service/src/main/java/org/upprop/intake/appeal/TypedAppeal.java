package org.upprop.intake.appeal;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.upprop.intake.input.LanguageTag;
import org.upprop.intake.input.ShortId;
import org.upprop.intake.input.WebAddress;

/** An appeal as an organiser sent it, before anything was checked. The annotations show the rules of the readers. */
@Schema(name = "AppealToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
public record TypedAppeal(
        @Schema(
                description = "One of the translations.",
                requiredMode = RequiredMode.REQUIRED,
                maxLength = LanguageTag.LIMIT)
        @Nullable
        String originalLocale,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        TypedPublisher publisher,

        @Schema(description = "Who answers for the personal data.", requiredMode = RequiredMode.REQUIRED) @Nullable
        TypedController controller,

        @Schema(description = "Open at once where absent.", format = "date-time") @Nullable
        String opensAt,

        @Schema(description = "After opensAt.", format = "date-time") @Nullable
        String closesAt,

        @Schema(minimum = "1", maximum = "" + AppealReader.GREATEST_GOAL) @Nullable
        Integer goal,

        @Schema(
                description = "By language, at least one and at most " + TextsReader.MOST_LANGUAGES
                        + ". The demands have the same ids in every language.",
                requiredMode = RequiredMode.REQUIRED)
        @Nullable
        Map<String, @Nullable TypedTranslation> translations,

        @Schema(requiredMode = RequiredMode.REQUIRED) @Nullable
        TypedConsent consent,

        @ArraySchema(
                maxItems = SourcesReader.MOST_SOURCES,
                arraySchema = @Schema(description = "The sites that republish the appeal."))
        @Nullable
        List<@Nullable TypedSource> sources,

        @Nullable TypedPolicy policy,

        @ArraySchema(
                maxItems = AppealReader.MOST_FIRST_SIGNATORIES,
                schema = @Schema(description = "The id of an entry.", format = "uuid"),
                arraySchema = @Schema(description = "Who is named first."))
        @Nullable
        List<@Nullable String> firstSignatories,

        @Schema(description = "Whether a changed text still means the same; then the version stays.") @Nullable
        Boolean editorial) {

    @Schema(name = "PublisherToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
    public record TypedPublisher(
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = AppealReader.NAME_LIMIT) @Nullable
            String name,

            @Schema(requiredMode = RequiredMode.REQUIRED, format = "uri", maxLength = WebAddress.LIMIT) @Nullable
            String url) {}

    @Schema(name = "ControllerToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
    public record TypedController(
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = AppealReader.NAME_LIMIT) @Nullable
            String name,

            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = AppealReader.POSTAL_ADDRESS_LIMIT)
            @Nullable
            String postalAddress,

            @Schema(
                    description = "Where readers write to.",
                    requiredMode = RequiredMode.REQUIRED,
                    format = "idn-email",
                    maxLength = AppealReader.CONTACT_LIMIT)
            @Nullable
            String email) {}

    @Schema(name = "TranslationToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
    public record TypedTranslation(
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = TextsReader.TITLE_LIMIT) @Nullable
            String title,

            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = TextsReader.SUMMARY_LIMIT)
            @Nullable
            String summary,

            @Schema(
                    description =
                            "Markdown (CommonMark) without HTML, without pictures, with whole http, https or mailto addresses in its"
                                    + " links, and of at most 32 levels within each other.",
                    requiredMode = RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = TextsReader.BODY_LIMIT)
            @Nullable
            String body,

            @ArraySchema(
                    minItems = 1,
                    maxItems = TextsReader.MOST_DEMANDS,
                    arraySchema = @Schema(requiredMode = RequiredMode.REQUIRED))
            @Nullable
            List<@Nullable TypedDemand> demands) {}

    @Schema(name = "DemandToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
    public record TypedDemand(
            @Schema(requiredMode = RequiredMode.REQUIRED, pattern = ShortId.FORM) @Nullable
            String id,

            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = TextsReader.DEMAND_LIMIT) @Nullable
            String text) {}

    @Schema(name = "ConsentToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
    public record TypedConsent(
            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = TextsReader.CONSENT_VERSION_LIMIT)
            @Nullable
            String version,

            @Schema(
                    description = "By language: one for each translation, of 1 to " + TextsReader.CONSENT_LIMIT
                            + " characters.",
                    requiredMode = RequiredMode.REQUIRED)
            @Nullable
            Map<String, @Nullable String> text) {}

    @Schema(name = "SourceToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
    public record TypedSource(
            @Schema(
                    description = "Differs from the other ids and from direct.",
                    requiredMode = RequiredMode.REQUIRED,
                    pattern = ShortId.FORM)
            @Nullable
            String id,

            @Schema(requiredMode = RequiredMode.REQUIRED, minLength = 1, maxLength = SourcesReader.NAME_LIMIT) @Nullable
            String name,

            @Schema(requiredMode = RequiredMode.REQUIRED, format = "uri", maxLength = WebAddress.LIMIT) @Nullable
            String url,

            @ArraySchema(
                    maxItems = SourcesReader.MOST_ORIGINS,
                    schema = @Schema(format = "uri", maxLength = WebAddress.LIMIT),
                    arraySchema = @Schema(description = "Whose scripts and frames may call and show the appeal."))
            @Nullable
            List<@Nullable String> origins,

            @Schema(minLength = 1, maxLength = SourcesReader.INTRO_LIMIT) @Nullable
            String intro) {}

    @Schema(name = "PolicyToPublish", additionalProperties = AdditionalPropertiesValue.FALSE)
    public record TypedPolicy(
            @Schema(
                    allowableValues = {"review", "domain-or-review"},
                    defaultValue = "review")
            @Nullable
            String organisations,

            @Schema(
                    allowableValues = {"off", "review"},
                    defaultValue = "off")
            @Nullable
            String comments,

            @Schema(description = "Whether the whole list may be downloaded.", defaultValue = "false") @Nullable
            Boolean openData,

            @Schema(description = "Whether signing endangers people where they live.", defaultValue = "false") @Nullable
            Boolean atRisk,

            @Schema(
                    description =
                            "Whether search engines may find the list of names; never where signing endangers people.",
                    defaultValue = "false")
            @Nullable
            Boolean listIndexed) {}
}
