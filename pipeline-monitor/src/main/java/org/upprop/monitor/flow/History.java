package org.upprop.monitor.flow;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How the flow through each stage was. */
@Component
public class History {

    private final Map<Stage, Map<Span, Past>> pasts = each(Stage.class, stage -> each(Span.class, Past::new));

    /** The steps of a span that are known, from the oldest to the newest. */
    public List<Moment> of(Stage stage, Span span) {
        return Objects.requireNonNull(Objects.requireNonNull(pasts.get(stage)).get(span))
                .moments();
    }

    void saw(Pipeline pipeline) {
        pasts.forEach((stage, spans) -> {
            Moment look = Moment.of(pipeline.asOf(), pipeline.of(stage).rates());
            spans.values().forEach(past -> past.saw(look));
        });
    }

    private static <K extends Enum<K>, V> Map<K, V> each(Class<K> kind, Function<K, V> made) {
        return Arrays.stream(kind.getEnumConstants())
                .collect(Collectors.toMap(Function.identity(), made, (one, other) -> one, () -> new EnumMap<>(kind)));
    }
}
