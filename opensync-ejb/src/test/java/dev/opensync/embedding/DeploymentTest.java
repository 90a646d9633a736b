package dev.opensync.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that deploys the archive again loads all classes anew, beside those it had. */
class DeploymentTest {

    @Test
    void nativeLibraryServesEveryDeployment() throws Exception {
        float[] first = vectorInANewDeployment();

        for (int again = 0; again < 3; again++) {
            assertThat(vectorInANewDeployment()).isEqualTo(first);
        }
    }

    private static float[] vectorInANewDeployment() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(libraries(), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> type = loader.loadClass(LocalEmbedder.class.getName());
            Object embedder = method(type, "load").invoke(null);
            List<?> vectors = (List<?>) method(type, "embed", List.class).invoke(embedder, List.of("once more"));
            method(type, "close").invoke(embedder);
            return (float[]) vectors.get(0);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) throws NoSuchMethodException {
        Method method = type.getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }

    private static URL[] libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(DeploymentTest::url)
                .toArray(URL[]::new);
    }

    private static URL url(String file) {
        try {
            return Path.of(file).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }
}
