package org.upprop.intake.input;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One field that was looked at. Its value is asked for only when nothing was wrong with the whole input. */
public final class Field<T> implements Supplier<T> {

    private final @Nullable T value;

    Field(@Nullable T value) {
        this.value = value;
    }

    /** The value of a required field. */
    @Override
    public T get() {
        return Objects.requireNonNull(value, "A field is read only where the whole input is valid");
    }

    /** The value of an optional field. */
    public @Nullable T orNull() {
        return value;
    }
}
