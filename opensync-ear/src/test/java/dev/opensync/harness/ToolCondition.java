package dev.opensync.harness;

import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A missing tool skips the test, or fails it if {@code opensync.test.required} lists the tool. */
final class ToolCondition implements ExecutionCondition {

    private static final System.Logger LOG = System.getLogger(ToolCondition.class.getName());

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = context.getElement().stream()
                .flatMap(element -> List.of(RequiresBrowser.class, RequiresNode.class, RequiresMySql.class).stream()
                        .filter(type -> AnnotationSupport.isAnnotated(element, type)))
                .map(type -> type.getAnnotation(RequiresTool.class).value())
                .filter(tool -> !isThere(tool))
                .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("everything needed is there");
        }
        String message = context.getDisplayName() + " needs what this machine lacks: " + String.join(", ", missing);
        if (missing.stream().anyMatch(ToolCondition::isRequired)) {
            throw new IllegalStateException(message);
        }
        LOG.log(System.Logger.Level.WARNING, "Skipped: {0}", message);
        return ConditionEvaluationResult.disabled(message);
    }

    private static boolean isThere(String tool) {
        return switch (tool) {
            case "browser" -> Browser.isInstalled();
            case "node" -> NodeTool.isInstalled();
            case "mysql" -> GivenMySql.isNamed();
            default -> throw new IllegalArgumentException(tool);
        };
    }

    private static boolean isRequired(String tool) {
        return List.of(System.getProperty("opensync.test.required", "").split(","))
                .contains(tool);
    }
}
