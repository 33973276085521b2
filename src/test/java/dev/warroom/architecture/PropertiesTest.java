package dev.warroom.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a build finds it finds each time; random seeds are for {@code scripts/dev/fuzz}. */
class PropertiesTest {

    /** How a class file names what it is annotated with. */
    private static final String NAME = Property.class.descriptorString();

    @Test
    void everyPropertyHasAFixedSeed() throws Exception {
        List<Method> properties = properties();

        assertThat(properties).hasSizeGreaterThan(50);
        assertThat(properties)
                .as("without a seed; write @Property(seed = \"…\")")
                .noneMatch(it -> it.getAnnotation(Property.class).seed().isEmpty());
    }

    /** Only the few classes that name the annotation are loaded. */
    private static List<Method> properties() throws IOException, URISyntaxException {
        Path classes =
                Path.of(
                        PropertiesTest.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(it -> it.toString().endsWith(".class"))
                    .filter(PropertiesTest::namesIt)
                    .map(it -> classes.relativize(it).toString())
                    .map(it -> it.replaceFirst("\\.class$", "").replace('/', '.'))
                    .map(PropertiesTest::named)
                    .flatMap(it -> Arrays.stream(it.getDeclaredMethods()))
                    .filter(it -> it.isAnnotationPresent(Property.class))
                    .toList();
        }
    }

    private static boolean namesIt(Path file) {
        try {
            return Files.readString(file, ISO_8859_1).contains(NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(name, false, PropertiesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(name, e);
        }
    }
}
