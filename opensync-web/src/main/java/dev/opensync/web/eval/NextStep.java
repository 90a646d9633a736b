package dev.opensync.web.eval;

import java.time.LocalDate;
import java.util.List;

/**
 * What can be done with an exported file.
 *
 * @param format the format of the file, as the form names it
 * @param key of its name and its hint
 * @param address of the documentation of the tool
 */
public record NextStep(String format, String key, String command, String address) {

    private static final String DEEPEVAL = """
            pip install -U deepeval
            cat > test_opensync.py <<'END'
            import pytest
            from deepeval import assert_test
            from deepeval.dataset import EvaluationDataset
            from deepeval.metrics import AnswerRelevancyMetric

            dataset = EvaluationDataset()
            dataset.add_test_cases_from_json_file(
                file_path="%s",
                input_key_name="input",
                actual_output_key_name="actual_output",
                expected_output_key_name="expected_output",
                context_key_name="context",
            )

            @pytest.mark.parametrize("test_case", dataset.test_cases)
            def test_opensync(test_case):
                assert_test(test_case, [AnswerRelevancyMetric()])
            END
            deepeval test run test_opensync.py
            """;

    private static final String OPENAI = """
            pip install evals
            mkdir -p registry/evals registry/data/opensync
            cp %s registry/data/opensync/samples.jsonl
            cat > registry/evals/opensync.yaml <<'END'
            opensync:
              id: opensync.v1
              metrics: [accuracy]
            opensync.v1:
              class: evals.elsuite.basic.includes:Includes
              args:
                samples_jsonl: opensync/samples.jsonl
            END
            oaieval gpt-4o opensync --registry_path registry
            """;

    private static final String PROMPTFOO = """
            cat > promptfooconfig.yaml <<'END'
            prompts: ['{{input}}']
            providers: [echo]
            tests: file://%s
            defaultTest:
              options:
                provider: echo
                rubricPrompt: '{"pass": true, "score": 1, "reason": "dry run"}'
            END
            npx promptfoo@latest eval
            """;

    private static final String ZIP = """
            unzip %s -d opensync-evals
            grep -rl "STATUS: golden" opensync-evals/sessions
            """;

    /** For files of that day. */
    static List<NextStep> of(LocalDate day) {
        return List.of(
                new NextStep(
                        "deepeval",
                        "deepeval",
                        DEEPEVAL.formatted("opensync-deepeval-" + day + ".json"),
                        "https://deepeval.com/docs/evaluation-datasets"),
                new NextStep(
                        "openai",
                        "openai",
                        OPENAI.formatted("opensync-openai-" + day + ".jsonl"),
                        "https://github.com/openai/evals/blob/main/docs/run-evals.md"),
                new NextStep(
                        "promptfoo",
                        "promptfoo",
                        PROMPTFOO.formatted("opensync-promptfoo-" + day + ".jsonl"),
                        "https://www.promptfoo.dev/docs/configuration/test-cases/"),
                new NextStep(
                        "zip",
                        "zip",
                        ZIP.formatted("opensync-evals-" + day + ".zip"),
                        "https://www.promptfoo.dev/docs/configuration/test-cases/"));
    }
}
