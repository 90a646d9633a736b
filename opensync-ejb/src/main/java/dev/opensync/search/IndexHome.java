package dev.opensync.search;

import java.io.IOException;

/** Where an index lies, and how it is reached. */
interface IndexHome {

    /** By which the database knows what the index lacks: another one after it was lost. Made if there is none. */
    String name() throws IOException;

    /** True if every node searches it while one feeds it; false if only its owner may open it. */
    boolean isShared();

    /** Fails with an unchecked exception if it is damaged, or cannot be reached now. */
    SearchIndex open();

    /** Removes the closed index, so that it comes back empty and under another name. */
    void discard() throws IOException;
}
