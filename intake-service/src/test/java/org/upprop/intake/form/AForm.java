package org.upprop.intake.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.upprop.intake.Ports;

/** A form as a browser sends it, of somebody who took a minute to fill it in. */
public final class AForm {

    public static final String KEY = "AAAAAAAAAAAAAAAAAAAAAA";

    private final Map<String, String> fields = new LinkedHashMap<>();

    /** The fewest fields that a person must fill in. */
    public static AForm ofAPerson() {
        return new AForm()
                .with("kind", "individual")
                .with("name", "Ada Lovelace")
                .with("email", "ada@example.org")
                .with("consent", "2")
                .untouched();
    }

    /** The fewest fields that an organisation must fill in. */
    public static AForm ofAnOrganisation() {
        return new AForm()
                .with("kind", "organisation")
                .with("organisation", "Gruvarbetarna")
                .with("organisationType", "trade-union")
                .with("website", "https://example.org")
                .with("email", "kansli@example.org")
                .with("country", "SE")
                .with("contactName", "Elsa Berg")
                .with("contactRole", "ordförande")
                .with("authorised", "true")
                .with("consent", "2")
                .untouched();
    }

    /** What a page holds, as a browser would send it once this button is pressed. */
    public static AForm on(Document page, String press) {
        AForm form = new AForm();
        for (Element field : page.select("form input, form select, form textarea")) {
            String type = field.attr("type");
            if (!type.equals("radio") && !type.equals("checkbox") || field.hasAttr("checked")) {
                form.with(field.attr("name"), valueOf(field));
            }
        }
        return form.with("press", press);
    }

    public AForm with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    public AForm without(String field) {
        fields.remove(field);
        return this;
    }

    public String get(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Its body. */
    public String encoded() {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private AForm untouched() {
        return with("appealVersion", "2")
                .with("lang", "en")
                .with("source", "")
                .with("key", KEY)
                .with("opened", String.valueOf(Ports.NOW.minusSeconds(60).toEpochMilli()))
                .with("subject", "");
    }

    private static String valueOf(Element field) {
        return switch (field.normalName()) {
            case "select" -> field.select("option[selected]").attr("value");
            case "textarea" -> field.text();
            default -> field.attr("value");
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
