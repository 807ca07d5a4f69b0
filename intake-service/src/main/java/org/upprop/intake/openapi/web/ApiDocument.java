package org.upprop.intake.openapi.web;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.upprop.site.PublicUrls;

/**
 * The document at {@code /api/v1/openapi.json}. Springdoc finds the paths and what they answer when all is well; what they
 * take and refuse is described here from the constants and enumerations that decide it.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.1.html">OpenAPI 3.1</a>
 */
@Configuration(proxyBeanMethods = false)
class ApiDocument implements WebMvcConfigurer {

    static final String TOKEN = "organiser";

    private static final String ABOUT = """
            Takes signatures under appeals, and the appeals themselves from their organisers.

            A body is JSON in UTF-8, at most 8 KiB for a signature and 256 KiB for an appeal, without unknown or doubled \
            fields. A field that is `null` or left empty counts as absent. Texts are brought into NFC before anything is \
            counted or kept; white space and marks of direction around them are dropped.

            Whatever is refused is answered with a problem of RFC 9457, whose `type` is stable. Where fields are wrong, \
            `errors` names all of them at once, each with a JSON pointer, a stable code and the rule; a value is never \
            repeated. What is answered with 429 or 503 may be sent again after `Retry-After` seconds. An address that does \
            not take a method answers 405 with `Allow`.""";

    @Bean
    OpenAPI openApi(PublicUrls urls) {
        return new OpenAPI(SpecVersion.V31)
                .openapi("3.1.0")
                .info(new Info()
                        .title("Upprop intake")
                        .version("1")
                        .description(ABOUT)
                        .license(new License().name("EUPL-1.2").identifier("EUPL-1.2")))
                .servers(List.of(new Server().url(urls.intake().toString())))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The organiser's token.")));
    }

    @Bean
    GlobalOpenApiCustomizer described() {
        return api -> {
            SignatureSchemas.all().forEach(api.getComponents()::addSchemas);
            Refusals.all().forEach(api.getComponents()::addSchemas);
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> Operations.describe(method, path, operation)));
            UnusedSchemas.dropFrom(api);
        };
    }

    @Bean
    ModelConverter requiredFields() {
        return new RequiredFields();
    }

    /** Under the name that people expect beside the JSON. */
    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addViewController("/api/v1/openapi.yaml").setViewName("forward:/api/v1/openapi.json.yaml");
    }
}
