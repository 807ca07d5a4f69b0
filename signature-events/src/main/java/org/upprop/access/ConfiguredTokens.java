package org.upprop.access;

import java.util.Map;

/** Tokens that stand in the settings of a service: the first ones, with which nobody can be locked out. */
public interface ConfiguredTokens {

    /** Each by who holds it. */
    Map<Holder, BearerToken> byHolder();
}
