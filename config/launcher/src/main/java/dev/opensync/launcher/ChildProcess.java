package dev.opensync.launcher;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ending of a process that this program started. */
final class ChildProcess {

    private ChildProcess() {}

    /** Asks first; ends it by force after the limit. Returns when it is gone. */
    static void stop(Process process, Duration limit) {
        process.destroy();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
