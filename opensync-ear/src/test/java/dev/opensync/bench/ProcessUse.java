package dev.opensync.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time and memory a process has taken so far; {@code residentMegabytes} is 0 where there is no {@code /proc}. */
public record ProcessUse(double processorSeconds, long residentMegabytes) {

    private static final long KILOBYTES_PER_MEGABYTE = 1024;

    static ProcessUse ofThisProcess() {
        return of(ProcessHandle.current().pid());
    }

    static ProcessUse of(long pid) {
        Duration processor = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return new ProcessUse(processor.toMillis() / 1000d, residentKilobytes(pid) / KILOBYTES_PER_MEGABYTE);
    }

    private static long residentKilobytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
