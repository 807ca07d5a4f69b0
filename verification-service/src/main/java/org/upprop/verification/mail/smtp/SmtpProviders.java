package org.upprop.verification.mail.smtp;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.upprop.verification.mail.KnownProviders;
import org.upprop.verification.mail.Provider;

/** The mail servers that are named, or the one of {@code spring.mail}. */
@Component
class SmtpProviders implements KnownProviders, DisposableBean {

    private static final String THE_ONE_OF_SPRING = "default";

    private final List<SmtpPost> posts;
    private final List<Provider> providers;

    SmtpProviders(SmtpProperties properties, JavaMailSenderImpl theOne) {
        providers = properties.providers().isEmpty()
                ? List.of(new Provider(
                        THE_ONE_OF_SPRING,
                        properties.perSecond(),
                        1,
                        properties.senders(),
                        new SmtpPost(SmtpServer.of(theOne, properties))))
                : properties.providers().entrySet().stream()
                        .map(named -> provider(named, properties))
                        .toList();
        posts = providers.stream().map(provider -> (SmtpPost) provider.post()).toList();
    }

    @Override
    public List<Provider> all() {
        return providers;
    }

    @Scheduled(fixedDelayString = "1s")
    void endIdle() {
        posts.forEach(SmtpPost::endIdle);
    }

    @Override
    public void destroy() {
        posts.forEach(SmtpPost::close);
    }

    private static Provider provider(Map.Entry<String, SmtpProperties.Server> named, SmtpProperties properties) {
        SmtpProperties.Server server = named.getValue();
        return new Provider(
                named.getKey(),
                Objects.requireNonNullElse(server.perSecond(), properties.perSecond()),
                server.weight(),
                Objects.requireNonNullElse(server.senders(), properties.senders()),
                new SmtpPost(SmtpServer.of(server, properties)));
    }
}
