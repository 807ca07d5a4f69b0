package org.upprop.verification.mail;

import java.util.List;

/** The providers that this service was told of, at least one. */
public interface KnownProviders {

    List<Provider> all();
}
