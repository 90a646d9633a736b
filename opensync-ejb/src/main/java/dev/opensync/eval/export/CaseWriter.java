package dev.opensync.eval.export;

import dev.opensync.eval.cases.EvalCase;
import java.io.IOException;

/** Writes test cases one by one in one format. */
interface CaseWriter {

    void begin() throws IOException;

    void write(EvalCase testCase) throws IOException;

    void end() throws IOException;
}
