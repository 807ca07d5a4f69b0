package org.upprop.intake.input;

import java.util.List;

/** What came of reading an input: its value, or everything that is wrong with it. */
public sealed interface Reading<T> {

    record Valid<T>(T value) implements Reading<T> {}

    record Invalid<T>(List<InputError> errors) implements Reading<T> {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }
}
