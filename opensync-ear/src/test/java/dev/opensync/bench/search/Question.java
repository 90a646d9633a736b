package dev.opensync.bench.search;

/**
 * The same question for each program.
 *
 * @param openSync as typed into the search field
 * @param sqlite in the language of FTS5
 * @param pattern for ripgrep; what it finds are the files, which are sessions
 * @param user of whom alone the messages are searched; negative = all
 */
record Question(String openSync, String sqlite, String pattern, int user) {

    static final int EVERYBODY = -1;
}
