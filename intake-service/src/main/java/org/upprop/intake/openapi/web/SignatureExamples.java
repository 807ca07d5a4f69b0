package org.upprop.intake.openapi.web;

import io.swagger.v3.oas.models.examples.Example;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signatures that would be taken, under an appeal whose consent has version 1. */
final class SignatureExamples {

    private SignatureExamples() {}

    static Example individual() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "individual");
        fields.put("name", "Әйгерім Жүнісқызы");
        fields.put("email", "aigerim@example.org");
        fields.put("role", "nurse");
        fields.put("city", "Göteborg");
        fields.put("country", "SE");
        fields.put("locale", "kk");
        fields.put("consent", Map.of("version", "1"));
        return new Example().summary("A person").value(fields);
    }

    static Example organisation() {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("name", "Niamh D’Arcy");
        contact.put("role", "secretary");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", "organisation");
        fields.put("name", "«Жаңаөзен» кәсіподағы");
        fields.put("email", "office@union.example.org");
        fields.put("website", "https://union.example.org");
        fields.put("organisationType", "trade-union");
        fields.put("country", "KZ");
        fields.put("contact", contact);
        fields.put("authorised", true);
        fields.put("consent", Map.of("version", "1"));
        return new Example().summary("An organisation").value(fields);
    }
}
