package dev.warroom.execution;

import dev.warroom.testing.Await;

import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Gives an {@link Sshd} to whoever has one as its parameter: the same to all of a class whose
 * constructor or {@code @BeforeAll} asks for it, else one to each test. It ends with the class or
 * the test, and its folder with it.
 */
public final class SshdExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(SshdExtension.class);

    private final Function<Path, String> more;

    /** Servers as they are usually. */
    public SshdExtension() {
        this(folder -> "");
    }

    private SshdExtension(Function<Path, String> more) {
        this.more = more;
    }

    /**
     * Servers that are set up in another way.
     *
     * @param more lines of sshd_config, by the server's folder
     */
    public static SshdExtension with(Function<Path, String> more) {
        return new SshdExtension(more);
    }

    /** A server, and the folder that is only for it. */
    private record Served(Sshd sshd) implements AutoCloseable {

        static Served begin(Function<Path, String> more) {
            try {
                Path folder = Files.createTempDirectory("sshd-");
                return new Served(Sshd.start(folder, more.apply(folder)));
            } catch (IOException e) {
                throw new ParameterResolutionException("sshd does not start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ParameterResolutionException("interrupted while sshd starts", e);
            }
        }

        @Override
        public void close() {
            sshd.close();
            // What a test has left may still write there, and ends soon.
            Await.until("the end of " + sshd.folder(), () -> removed(sshd.folder()));
        }

        private static boolean removed(Path folder) {
            try {
                PathUtils.deleteDirectory(folder);
                return true;
            } catch (IOException e) {
                return Files.notExists(folder);
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sshd.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The one of a class is found by its tests, too.
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Sshd.class, type -> Served.begin(more), Served.class)
                .sshd();
    }
}
