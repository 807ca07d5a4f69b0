package org.upprop.publication.list;

import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The key under which places in lists stand in addresses: one for all instances, made by the first of them. It is in the
 * database, since it hides nothing from those who can read that.
 */
@Repository
public class CursorKey {

    private static final int BYTES = 64;
    private static final String MAKE = "insert into cursor_key (key) values (:key) on conflict do nothing";
    private static final String READ = "select key from cursor_key";

    private final SecretKey key;

    CursorKey(JdbcClient jdbc) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        jdbc.sql(MAKE).param("key", random).update();
        this.key = new SecretKeySpec(jdbc.sql(READ).query(byte[].class).single(), "AES");
    }

    /** 512 bits, for AES-SIV. */
    public SecretKey get() {
        return key;
    }
}
