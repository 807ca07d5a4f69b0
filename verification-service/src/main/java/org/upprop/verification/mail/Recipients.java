package org.upprop.verification.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.upprop.verification.identity.AddressKey;

/** The owners of mail addresses, over all appeals. */
public interface Recipients {

    /**
     * Keeps everything else that concerns these addresses waiting until the transaction ends. What is read after it is
     * the latest.
     */
    void lock(Collection<AddressKey> addresses);

    /**
     * Finds what concerns an address once that is locked, so of two who come at once the second waits here, and then
     * finds what the first has done.
     */
    default <T> Optional<T> locked(Supplier<Optional<T>> find, Function<T, AddressKey> recipient) {
        return find.get().flatMap(found -> {
            lock(List.of(recipient.apply(found)));
            return find.get();
        });
    }

    /** Forgets some of those of whom nothing else is kept and who were not heard of for 30 days; tells how many. */
    int purge(int most);
}
