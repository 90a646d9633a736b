package dev.opensync.test.web;

import static dev.opensync.harness.Patience.await;

import dev.opensync.harness.TestServer;

/** The page that puts context together, before a new reader with three sessions that say something of a kingfisher. */
record ContextPage(Reader reader) implements AutoCloseable {

    static final String TITLES = "#finds h2";
    /** Finds all three. */
    static final String BIRDS = "/context?q=kingfisher&type=fulltext";

    static final String RETURN = "<CR>";

    static ContextPage signUp(TestServer server) {
        Reader reader = Reader.signUp(server);
        try {
            RiverSessions.syncThree(reader);
            return new ContextPage(reader);
        } catch (RuntimeException | Error e) {
            reader.close();
            throw e;
        }
    }

    void open(String address, int cards) {
        reader.browser().go(address);
        awaitCards(cards);
        catchCopies();
    }

    void awaitCards(int count) {
        await().until(() -> reader.texts(TITLES).size() == count);
    }

    /** Until the page is left. */
    void catchCopies() {
        reader.run("window.copied = ''; window.opensync.copy = async (text) => { window.copied = text; }");
    }

    /** The text as it went to the clipboard; the browser's driver would drop carriage returns, so they are written out. */
    String awaitCopy() {
        await().until(() -> !reader.run("return window.copied || ''").equals(""));
        return String.valueOf(reader.run("return window.copied.replaceAll('\\r', '" + RETURN + "')"));
    }

    void forgetCopy() {
        reader.run("window.copied = ''");
    }

    @Override
    public void close() {
        reader.close();
    }
}
