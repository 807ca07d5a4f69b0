package org.upprop.publication.list;

import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/**
 * The key under which places in lists stand in addresses: one for all instances, made by the first of them. It is in the
 * database, since it hides nothing from those who can read that.
 */
@Repository
public class CursorKey {

    private static final int BYTES = 64;
    private static final String MAKE = "insert into cursor_key (key) values (:key) on conflict do nothing";
    private static final String READ = "select key from cursor_key";

    private final JdbcClient jdbc;
    private final Supplier<SecretKey> key = SingletonSupplier.of(this::madeOrRead);

    CursorKey(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 512 bits, for AES-SIV; asks the database the first time. */
    public SecretKey get() {
        return key.get();
    }

    private SecretKey madeOrRead() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        jdbc.sql(MAKE).param("key", random).update();
        return new SecretKeySpec(jdbc.sql(READ).query(byte[].class).single(), "AES");
    }
}
