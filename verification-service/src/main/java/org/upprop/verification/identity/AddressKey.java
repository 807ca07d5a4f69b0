package org.upprop.verification.identity;

/** Tells one mail address from another over all appeals, without naming either. */
public record AddressKey(String value) {

    @Override
    public String toString() {
        return "AddressKey[…]";
    }
}
