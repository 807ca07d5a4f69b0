package org.upprop.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the list must show once everybody has confirmed: who was there before, and every one of the sample once. Somebody
 * may have signed by hand before, and the sample itself may have signed before, on the same data.
 */
final class Expectation {

    private final List<Listed> names;
    private final long fewestHidden;
    private final long mostHidden;

    Expectation(List<SampleSignature> sample, PublicList before) {
        List<Listed> missing = new ArrayList<>(sample.stream()
                .map(SampleSignature::expected)
                .flatMap(Optional::stream)
                .toList());
        before.names().forEach(missing::remove);
        names = new ArrayList<>(before.names());
        names.addAll(missing);
        long hiding = sample.stream().filter(SampleSignature::isHidden).count();
        fewestHidden = Math.max(before.hidden(), hiding);
        mostHidden = missing.isEmpty() ? fewestHidden : before.hidden() + hiding;
    }

    /** How the list differs from it, one line for each difference. */
    List<String> differences(PublicList list) {
        List<Listed> missing = new ArrayList<>(names);
        list.names().forEach(missing::remove);
        List<Listed> unexpected = new ArrayList<>(list.names());
        names.forEach(unexpected::remove);

        List<String> differences = new ArrayList<>();
        missing.forEach(name -> differences.add("missing: " + name));
        unexpected.forEach(name -> differences.add("not expected: " + name));
        if (list.hidden() < fewestHidden || list.hidden() > mostHidden) {
            differences.add("%d hidden instead of %d".formatted(list.hidden(), mostHidden));
        }
        if (list.total() != list.names().size() + list.hidden()) {
            differences.add("the count says %d, and the list shows %d and hides %d"
                    .formatted(list.total(), list.names().size(), list.hidden()));
        }
        return differences;
    }

    int size() {
        return names.size();
    }
}
