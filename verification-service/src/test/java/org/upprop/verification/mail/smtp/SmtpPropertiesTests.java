package org.upprop.verification.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.upprop.verification.mail.KnownProviders;
import org.upprop.verification.mail.Provider;

class SmtpPropertiesTests {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(Configured.class)
            .withPropertyValues("spring.mail.host=mail.example.org");

    @Test
    void knowTheOneOfSpringWhereNoneIsNamed() {
        service.run(context -> assertThat(context.getBean(KnownProviders.class).all())
                .extracting(Provider::name, Provider::perSecond, Provider::senders)
                .containsExactly(tuple("default", 14.0, 4)));
    }

    @Test
    void knowThoseThatAreNamedAndNoOther() {
        service.withPropertyValues(
                        "upprop.mail.per-second=20",
                        "upprop.mail.providers.large.host=smtp.large.example",
                        "upprop.mail.providers.large.weight=3",
                        "upprop.mail.providers.large.username=upprop",
                        "upprop.mail.providers.large.password=a secret that nobody prints",
                        "upprop.mail.providers.small.host=smtp.small.example",
                        "upprop.mail.providers.small.port=465",
                        "upprop.mail.providers.small.tls=implicit",
                        "upprop.mail.providers.small.per-second=0.5",
                        "upprop.mail.providers.small.senders=1")
                .run(context -> {
                    assertThat(context.getBean(KnownProviders.class).all())
                            .extracting(Provider::name, Provider::perSecond, Provider::weight, Provider::senders)
                            .containsExactlyInAnyOrder(tuple("large", 20.0, 3, 4), tuple("small", 0.5, 1, 1));
                    assertThat(context.getBean(SmtpProperties.class).toString())
                            .contains("smtp.large.example:587", "smtp.small.example:465")
                            .doesNotContain("secret");
                });
    }

    @Test
    void comeFromTheEnvironmentToo() {
        var environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                        "UPPROP_MAIL_PROVIDERS_SES_HOST", "smtp.example.org",
                        "UPPROP_MAIL_PROVIDERS_SES_PERSECOND", "50",
                        "UPPROP_MAIL_PERSECOND", "20"));
        service.withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(environment))
                .run(context -> assertThat(context.getBean(KnownProviders.class).all())
                        .extracting(Provider::name, Provider::perSecond)
                        .containsExactly(tuple("ses", 50.0)));
    }

    @Test
    void takeThePasswordFromAFileThatIsNamedAfterIt(@TempDir Path secrets) throws IOException {
        Files.writeString(secrets.resolve("upprop.mail.providers.main.password"), "a secret\n");
        var environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                        "UPPROP_MAIL_PROVIDERS_MAIN_HOST", "smtp.example.org",
                        "UPPROP_MAIL_PROVIDERS_MAIN_USERNAME", "upprop",
                        "SPRING_CONFIG_IMPORT", "configtree:" + secrets + "/"));
        service.withInitializer(
                        context -> context.getEnvironment().getPropertySources().addFirst(environment))
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .run(context -> assertThat(context.getBean(SmtpProperties.class)
                                .providers()
                                .get("main"))
                        .extracting(SmtpProperties.Server::username, SmtpProperties.Server::password)
                        .containsExactly("upprop", "a secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upprop.mail.per-second=0",
                "upprop.mail.senders=65",
                "upprop.mail.mails-per-conversation=0",
                "upprop.mail.timeout=10ms",
                "upprop.mail.last-answer=2h",
                "upprop.mail.providers.one.port=1",
                "upprop.mail.providers.One_Two.host=localhost",
                "upprop.mail.providers.one.tls=perhaps",
            })
    void refuseToStartWithWhatCannotBe(String setting) {
        service.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SmtpProperties.class)
    @Import(SmtpProviders.class)
    static class Configured {}
}
