package org.upprop.intake.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.upprop.text.InvalidValue;

/** Reads the fields of one input and collects all that is wrong with them, so that one answer names every mistake. */
public final class Checks {

    private final List<InputError> errors = new ArrayList<>();

    /** A field that must be there. */
    public <S, T> Field<T> required(String pointer, @Nullable S typed, Function<S, T> rule) {
        return required(pointer, fieldOf(pointer), typed, rule);
    }

    /** The same where the pointer does not end in the name of the field. */
    public <S, T> Field<T> required(String pointer, String field, @Nullable S typed, Function<S, T> rule) {
        if (typed == null) {
            refuse(pointer, field + ".required", "Must be there.");
            return new Field<>(null);
        }
        return read(pointer, () -> rule.apply(typed));
    }

    /** A field that may be missing; one that was left empty is. */
    public <T> Field<T> optional(String pointer, @Nullable String typed, Function<String, T> rule) {
        return typed == null || typed.isBlank() ? new Field<>(null) : read(pointer, () -> rule.apply(typed));
    }

    /** A value made by a rule that may refuse it. */
    public <T> Field<T> read(String pointer, Supplier<T> rule) {
        try {
            return new Field<>(rule.get());
        } catch (InvalidValue invalid) {
            refuse(pointer, invalid.code(), invalid.rule());
            return new Field<>(null);
        }
    }

    /** Every element of a list that may be missing, each under its own pointer; one that is too long is not looked into. */
    public <S, T> Supplier<List<T>> each(
            String pointer,
            @Nullable List<@Nullable S> typed,
            int most,
            BiFunction<String, @Nullable S, ? extends Supplier<T>> element) {
        if (typed == null) {
            return List::of;
        }
        if (typed.size() > most) {
            refuse(pointer, fieldOf(pointer) + ".too-many", "At most " + most + ".");
            return List::of;
        }
        List<Supplier<T>> read = new ArrayList<>();
        for (int index = 0; index < typed.size(); index++) {
            read.add(element.apply(pointer + "/" + index, typed.get(index)));
        }
        return () -> read.stream().map(Supplier::get).toList();
    }

    /** Notes a broken rule. */
    public void refuse(String pointer, String code, String rule) {
        errors.add(new InputError(pointer, code, rule));
    }

    /** Everything that is wrong, or else the whole that the fields make. */
    public <T> Reading<T> result(Supplier<T> whole) {
        return errors.isEmpty() ? new Reading.Valid<>(whole.get()) : new Reading.Invalid<>(errors);
    }

    private static String fieldOf(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
