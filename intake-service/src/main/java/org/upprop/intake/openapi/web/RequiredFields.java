package org.upprop.intake.openapi.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A component of a record that is never null is always in its JSON. */
final class RequiredFields implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> resolved = others.next().resolve(type, context, others);
        JavaType java = Json.mapper().constructType(type.getType());
        if (resolved != null && java != null && java.isRecordType()) {
            String ref = resolved.get$ref();
            require(
                    ref == null ? resolved : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1)),
                    java.getRawClass());
        }
        return resolved;
    }

    private static void require(@Nullable Schema<?> model, Class<?> type) {
        List<String> never = Arrays.stream(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
        if (model != null && model.getProperties() != null && !never.isEmpty()) {
            model.setRequired(never);
        }
    }
}
