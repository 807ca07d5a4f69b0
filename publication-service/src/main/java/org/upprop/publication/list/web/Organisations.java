package org.upprop.publication.list.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.upprop.publication.list.ListedSignatory;
import org.upprop.signature.OrganisationType;
import org.upprop.site.Words;

/**
 * Puts organisations in a reader's order: by type, then by name as the reader's language sorts, each followed by those
 * that are part of it. Where several are part of one that is not among them, they stand together under its name.
 */
final class Organisations {

    private final Words words;
    private final NameView.Showing showing;
    private final Collator order;
    private final Map<String, ListedSignatory> byName;
    private final List<ListedSignatory> sorted;
    private final Set<UUID> placed = new HashSet<>();

    private Organisations(List<ListedSignatory> organisations, NameView.Showing showing) {
        this.words = showing.words();
        this.showing = showing;
        this.order = Collator.getInstance(ULocale.forLanguageTag(words.tag()));
        Comparator<String> byGroup = sameButForCase();
        this.byName = new TreeMap<>(byGroup);
        this.sorted = organisations.stream()
                .sorted(Comparator.comparing(ListedSignatory::group, byGroup)
                        .thenComparing(ListedSignatory::name, order::compare)
                        .thenComparing(ListedSignatory::id))
                .toList();
        sorted.forEach(organisation -> byName.putIfAbsent(organisation.name(), organisation));
    }

    static List<TypeView> arranged(List<ListedSignatory> organisations, NameView.Showing showing) {
        return new Organisations(organisations, showing).arranged();
    }

    /** First those that stand by themselves, then what is left where organisations name each other as their parents. */
    private List<TypeView> arranged() {
        Map<OrganisationType, List<NameView>> types = new EnumMap<>(OrganisationType.class);
        for (boolean branches : new boolean[] {false, true}) {
            sorted.stream()
                    .filter(organisation -> parent(organisation).isPresent() == branches)
                    .filter(organisation -> placed.add(organisation.id()))
                    .forEach(organisation -> types.computeIfAbsent(organisation.type(), none -> new ArrayList<>())
                            .add(withBranches(organisation)));
        }
        return types.entrySet().stream()
                .map(type -> new TypeView(title(type.getKey()), type.getValue()))
                .toList();
    }

    private NameView withBranches(ListedSignatory organisation) {
        List<NameView> branches = new ArrayList<>();
        addBranches(organisation, organisation.type(), branches);
        return showing.organisation(organisation, partOf(organisation), branches);
    }

    private void addBranches(ListedSignatory parent, OrganisationType type, List<NameView> branches) {
        for (ListedSignatory branch : sorted) {
            if (parent(branch).filter(parent::equals).isPresent() && placed.add(branch.id())) {
                String says = branch.type() == type
                        ? null
                        : words.say("type." + branch.type().name());
                branches.add(showing.organisation(branch, says, List.of()));
                addBranches(branch, type, branches);
            }
        }
    }

    private Optional<ListedSignatory> parent(ListedSignatory organisation) {
        return Optional.ofNullable(organisation.parent())
                .map(byName::get)
                .filter(parent -> !parent.id().equals(organisation.id()));
    }

    private @Nullable String partOf(ListedSignatory organisation) {
        return organisation.parent() == null ? null : words.say("part-of", organisation.parent());
    }

    private String title(OrganisationType type) {
        return words.say("types." + type.name());
    }

    private Comparator<String> sameButForCase() {
        Collator names = Collator.getInstance(ULocale.forLanguageTag(words.tag()));
        names.setStrength(Collator.SECONDARY);
        return names::compare;
    }
}
