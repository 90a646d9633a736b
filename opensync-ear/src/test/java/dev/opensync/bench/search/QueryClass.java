package dev.opensync.bench.search;

import java.util.Locale;

/** What people search for, by what makes it easy or hard to answer. */
enum QueryClass {
    /** A word of some hundred messages in a million. */
    RARE("fulltext"),
    /** A word of every tenth message or so. */
    COMMON("fulltext"),
    /** Either of two words, the best those with both. */
    TWO_WORDS("fulltext"),
    /** Two words next to each other. */
    PHRASE("fulltext"),
    /** The beginning of a word. */
    PREFIX("fulltext"),
    /** A word in the hundredth part of the account that one project is. */
    PROJECT("fulltext"),
    /** A word in an account that has the hundredth part of all messages. */
    SMALL_ACCOUNT("fulltext"),
    SEMANTIC("semantic"),
    HYBRID("hybrid");

    private final String type;

    QueryClass(String type) {
        this.type = type;
    }

    /** Of search, as the API calls it. */
    String type() {
        return type;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** And not about the messages of one user. */
    boolean isAboutEverybody() {
        return this != PROJECT && this != SMALL_ACCOUNT;
    }

    boolean isFullText() {
        return type.equals("fulltext");
    }
}
