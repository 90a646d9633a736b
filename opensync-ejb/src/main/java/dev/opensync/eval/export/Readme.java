package dev.opensync.eval.export;

/** The text that explains an archive to whoever unpacks it. */
final class Readme {

    private static final String TEXT = """
            OPENSYNC EVAL EXPORT
            ====================

            Exported:   %s
            Sessions:   %d
            Test cases: %d
            Turn mode:  %s

            A test case is a question of a user and the answer of the coding tool. Secrets that were
            recognised are replaced by [redacted].%s

            QUICK START
            -----------

            DeepEval    pip install deepeval
                        from deepeval.dataset import EvaluationDataset
                        dataset = EvaluationDataset()
                        dataset.add_test_cases_from_json_file(
                            file_path="eval-export.json",
                            input_key_name="input", actual_output_key_name="actual_output",
                            expected_output_key_name="expected_output", context_key_name="context")
                        https://deepeval.com/docs

            OpenAI      Lines with "input" and "ideal" are for the basic evals of the open-source oaieval:
                        put the file where the samples_jsonl of your registry entry points to.
                        The hosted Evals want each line as {"item": {...}}: export with that option.
                        https://github.com/openai/evals

            Promptfoo   promptfooconfig.yaml:
                            prompts: ['{{input}}']
                            providers: [echo]
                            tests: file://promptfoo.jsonl
                            defaultTest:
                              options:
                                provider: echo
                                rubricPrompt: '{"pass": true, "score": 1, "reason": "dry run"}'
                        npx promptfoo@latest eval
                        This is a dry run that needs no key. Name the model to test under providers and, for the
                        llm-rubric assertions, a model that judges instead of the last three lines.
                        https://www.promptfoo.dev/docs

            FILES
            -----

            sessions/session-<id>.txt   one session each, for people
            manifest.json               how many sessions, of which tools and models
            eval-export.json            DeepEval, one array of test cases
            eval-export.jsonl           OpenAI Evals, one sample on each line
            promptfoo.jsonl             Promptfoo, one test on each line

            An export holds those of the files that were asked for.
            """;

    private Readme() {}

    static String of(CaseSource source, ExportTotals totals) {
        return TEXT.formatted(
                IsoTime.of(source.exportedAt()),
                totals.sessions(),
                totals.testCases(),
                source.options().turnMode().wireName(),
                source.options().anonymous() ? " Names of people in paths and of projects are replaced too." : "");
    }
}
