package org.upprop.publication.list;

/** How many on a list say that they are in a country. Hidden ones say nothing. */
public record CountryCount(String country, long individuals, long organisations) {

    public long total() {
        return individuals + organisations;
    }
}
