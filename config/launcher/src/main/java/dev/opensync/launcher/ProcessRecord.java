package dev.opensync.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file with the processes that were started, each with its start time because process numbers are used again. */
final class ProcessRecord {

    private final Path file;

    ProcessRecord(Path file) {
        this.file = file;
    }

    void add(String name, ProcessHandle process) {
        String line = name + " " + process.pid() + " " + startMillis(process) + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those that still live, in the order they were started. */
    List<Entry> alive() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Entry> alive = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ", -1);
                if (words.length == 3 && isAlive(Long.parseLong(words[1]), Long.parseLong(words[2]))) {
                    alive.add(new Entry(words[0], Long.parseLong(words[1])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return alive;
    }

    private static boolean isAlive(long pid, long startMillis) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent() && process.get().isAlive() && startMillis(process.get()) == startMillis;
    }

    /** Zero where the system does not tell. */
    private static long startMillis(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** A process of an earlier run. */
    record Entry(String name, long pid) {}
}
