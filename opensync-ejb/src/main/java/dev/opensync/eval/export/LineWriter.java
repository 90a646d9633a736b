package dev.opensync.eval.export;

import dev.opensync.eval.cases.EvalCase;
import java.io.IOException;

/** Test cases one on each line, without an end of line after the last. */
abstract class LineWriter implements CaseWriter {

    private final Appendable out;
    private boolean started;

    LineWriter(Appendable out) {
        this.out = out;
    }

    abstract void write(EvalCase testCase, StreamedJson line) throws IOException;

    @Override
    public final void begin() {
        started = false;
    }

    @Override
    public final void end() {
        // A line ends when the next one begins.
    }

    @Override
    public final void write(EvalCase testCase) throws IOException {
        out.append(started ? "\n" : "");
        started = true;
        write(testCase, new StreamedJson(out, false));
    }
}
