package org.upprop.intake.admission;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a visitor may do, which is what all of their origins may: the block, and the network around it. */
record Standing(List<Allowance> origins) {

    /** Takes one submission off what may come without being asked; takes nothing where one of the origins refuses. */
    boolean takes(int cost) {
        for (int i = 0; i < origins.size(); i++) {
            if (!origins.get(i).takes(cost)) {
                origins.subList(0, i).forEach(origin -> origin.putBack(cost));
                return false;
            }
        }
        return true;
    }

    Duration untilItTakes(int cost) {
        return origins.stream()
                .map(origin -> origin.untilItTakes(cost))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** How far away the next turn is; none where it is further than {@code longest}, and then none is used up. */
    Optional<Duration> nextTurn(int cost, Duration longest) {
        var turns =
                origins.stream().map(origin -> origin.nextTurn(cost, longest)).toList();
        if (turns.stream().allMatch(Optional::isPresent)) {
            return turns.stream().flatMap(Optional::stream).max(Duration::compareTo);
        }
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).isPresent()) {
                origins.get(i).returnTurn(cost);
            }
        }
        return Optional.empty();
    }

    void returnTurn(int cost) {
        origins.forEach(origin -> origin.returnTurn(cost));
    }

    /** Counts a solved proof; false where there were more than one block's share. */
    boolean countSolved() {
        // Each of them counts it, whatever the others say.
        return origins.stream().map(Allowance::countSolved).toList().stream().allMatch(within -> within);
    }

    boolean hasSolvedItsShare() {
        return origins.stream().anyMatch(Allowance::hasSolvedItsShare);
    }

    /** What is left of the block's own limits. */
    Collection<Quota> quotas() {
        return origins.getFirst().quotas();
    }
}
