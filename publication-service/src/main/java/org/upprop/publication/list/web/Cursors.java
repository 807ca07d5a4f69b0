package org.upprop.publication.list.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.SecretKey;
import org.cryptomator.siv.SivMode;
import org.cryptomator.siv.UnauthenticCiphertextException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.upprop.appeal.AppealSlug;
import org.upprop.publication.list.CursorKey;
import org.upprop.publication.list.ListPlace;
import org.upprop.publication.list.ListPlace.AfterIndividual;
import org.upprop.publication.list.ListPlace.AfterOrganisation;
import org.upprop.signature.OrganisationType;

/**
 * Writes places in lists as they stand in addresses, and reads them again. A place tells to the microsecond when somebody
 * came on the list, so it is encrypted; and it is the same for all instances, as the answers are in which it stands.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5297">RFC 5297, AES-SIV</a>
 */
@Component
class Cursors {

    /** No name holds it. */
    private static final String BETWEEN = "\0";

    /** So many parts tell of a place behind an organisation. */
    private static final int ORGANISATION = 4;

    private final SivMode siv = new SivMode();
    private final Supplier<SecretKey> key;

    @Autowired
    Cursors(CursorKey key) {
        this(key::get);
    }

    Cursors(Supplier<SecretKey> key) {
        this.key = key;
    }

    /** @return null at the end of a list, where there is no place to go on from */
    @Nullable
    String write(AppealSlug appeal, @Nullable ListPlace place) {
        return switch (place) {
            case null -> null;
            case AfterOrganisation(OrganisationType type, String group, String name, UUID id) ->
                encrypted(appeal, type.name(), group, name, id.toString());
            case AfterIndividual(Instant listedAt, UUID id) ->
                encrypted(appeal, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, listedAt)), id.toString());
        };
    }

    /**
     * @return the beginning of the list for an absent or empty cursor
     * @throws InvalidParameter if it was not written here for this list
     */
    ListPlace read(AppealSlug appeal, @Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return ListPlace.START;
        }
        List<String> parts = decrypted(appeal, cursor);
        UUID id = UUID.fromString(parts.getLast());
        return parts.size() == ORGANISATION
                ? new AfterOrganisation(OrganisationType.valueOf(parts.getFirst()), parts.get(1), parts.get(2), id)
                : new AfterIndividual(Instant.EPOCH.plus(Long.parseLong(parts.getFirst()), ChronoUnit.MICROS), id);
    }

    private String encrypted(AppealSlug appeal, String... parts) {
        byte[] place = String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8);
        byte[] cipher = siv.encrypt(key.get(), place, bytes(appeal));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cipher);
    }

    private List<String> decrypted(AppealSlug appeal, String cursor) {
        try {
            byte[] place = siv.decrypt(key.get(), Base64.getUrlDecoder().decode(cursor), bytes(appeal));
            return List.of(new String(place, StandardCharsets.UTF_8).split(BETWEEN, -1));
        } catch (IllegalArgumentException | IllegalBlockSizeException | UnauthenticCiphertextException forged) {
            throw InvalidParameter.unreadable(
                    "after", "cursor.invalid", "Must be the `next` of an answer of this list.");
        }
    }

    private static byte[] bytes(AppealSlug appeal) {
        return appeal.value().getBytes(StandardCharsets.US_ASCII);
    }
}
