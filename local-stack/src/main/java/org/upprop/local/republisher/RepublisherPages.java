package org.upprop.local.republisher;

/** The pages of the republisher's site, as its own people would write them. */
final class RepublisherPages {

    private static final String PAGE = """
            <!doctype html>
            <html lang="sv">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>Upprop för Kazakstan – Gruppen Gryning</title>
              <link rel="stylesheet" href="/gryning.css">
              <link rel="icon" href="data:,">
            </head>
            <body>
            <header><a href="/">Gruppen Gryning</a></header>
            <main>
            <h1>Solidaritet med upproret i Kazakstan</h1>
            <p>Här publicerar vi ett internationellt upprop på svenska. Gruppen Gryning har skrivit under det som svensk
              sektion av sin international. Se vilka andra som har skrivit under, och lägg till ditt namn eller din
              organisations namn.</p>
            %s
            </main>
            <footer><p>Gruppen Gryning finns inte. Sidan hör till demonstrationen av Upprop.</p></footer>
            </body>
            </html>
            """;

    private static final String SCRIPT = """
            <p><a href="%1$s"><img src="%2$s" alt="Läs hela uppropet och skriv under"></a></p>
            <script src="%3$s/embed.js" data-appeal="%4$s" data-source="%5$s" data-lang="%6$s" async></script>
            <noscript><p><a href="%1$s">Läs uppropet och skriv under</a></p></noscript>
            <p><a href="/ram?lang=%6$s">Samma formulär i en ram, för sajter som inte tillåter skript</a></p>
            """;

    private static final String FRAME = """
            <iframe src="%1$s/appeals/%2$s/embed?source=%3$s&amp;lang=%4$s" title="Skriv under uppropet"></iframe>
            <p><a href="/?lang=%4$s">Samma formulär med skript</a></p>
            """;

    private final String intake;
    private final String appeal;
    private final String source;

    RepublisherPages(String intake, String appeal, String source) {
        this.intake = intake;
        this.appeal = appeal;
        this.source = source;
    }

    String withScript(String language) {
        return PAGE.formatted(SCRIPT.formatted(
                address("", language), address("/count.svg", language), intake, appeal, source, language));
    }

    String withFrame(String language) {
        return PAGE.formatted(FRAME.formatted(intake, appeal, source, language));
    }

    private String address(String page, String language) {
        return "%s/appeals/%s%s?lang=%s&amp;source=%s".formatted(intake, appeal, page, language, source);
    }
}
