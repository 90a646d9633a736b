package dev.opensync.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Programs of the npm registry, run with the Node.js found on this machine. */
public final class NodeTool {

    private final Path packages;

    private NodeTool(Path packages) {
        this.packages = packages;
    }

    public static boolean isInstalled() {
        return Programs.find("node", "node.exe").isPresent()
                && Programs.find("npm", "npm.cmd").isPresent();
    }

    /** {@code name} and exact {@code version} of a package; fetched once per build directory. */
    public static NodeTool install(String name, String version) {
        return install(name, version, List.of());
    }

    /** Without what the package can do without; {@code needed}: packages of that kind that it cannot, with their version. */
    public static NodeTool installLean(String name, String version, List<String> needed) {
        List<String> more = new ArrayList<>(List.of("--omit=optional", "--omit=peer", "--legacy-peer-deps"));
        more.addAll(needed);
        return install(name, version, more);
    }

    private static synchronized NodeTool install(String name, String version, List<String> more) {
        Path programs = Build.directory().resolve("node");
        String folderName = name.replace('/', '_') + "-" + version;
        Path folder = programs.resolve(folderName);
        if (!Files.isDirectory(folder)) {
            Path unfinished = Folders.empty(
                    programs.resolve(folderName + "." + ProcessHandle.current().pid()));
            List<String> command = new ArrayList<>(List.of(
                    Programs.find("npm", "npm.cmd").orElseThrow().toString(),
                    "install",
                    "--prefix",
                    unfinished.toString(),
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    name + "@" + version));
            command.addAll(more);
            ChildProcess.start(unfinished, unfinished.resolve("install.log"), command, Map.of())
                    .succeed();
            publish(unfinished, folder);
        }
        return new NodeTool(folder.resolve("node_modules"));
    }

    private static void publish(Path unfinished, Path folder) {
        try {
            Folders.publish(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the installed packages are, for scripts that import them. */
    public Path packages() {
        return packages;
    }

    /** Runs a script of a package, such as {@code name/dist/cli.js}, to its end. */
    public Result run(String script, List<String> arguments, String input, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                Programs.find("node", "node.exe").orElseThrow().toString(),
                packages.resolve(script).toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How a script ended and what it printed on either stream. */
    public record Result(int status, String output) {}
}
