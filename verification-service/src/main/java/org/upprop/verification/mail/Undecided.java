package org.upprop.verification.mail;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.upprop.appeal.AppealSlug;
import org.upprop.verification.identity.AddressKey;

/** Who was asked, has not decided, and was not reminded; of several submissions of a signatory only the latest counts. */
public interface Undecided {

    /** Those whose mail left that long ago, and whose links do not end within {@code beforeEnd}. */
    List<OwedMail> after(Duration after, Duration beforeEnd, Scope scope);

    /** Those whose last link ends so soon, and who had no mail for as long as that. */
    List<OwedMail> beforeEnd(Duration beforeEnd, Scope scope);

    /**
     * Whom to look at.
     *
     * @param recipients these alone; all where there are none
     */
    record Scope(Collection<AppealSlug> appeals, Collection<AddressKey> recipients, int limit) {

        Scope of(Collection<AddressKey> others) {
            return new Scope(appeals, others, limit);
        }
    }
}
