package dev.warroom.fuzz;

import net.jqwik.api.Property;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.util.ArrayList;
import java.util.List;

/**
 * Loads the program and its tests anew, with another seed and more tries in every {@link Property}.
 * Seeds stand in the tests so that the build does the same each time; jqwik has no way to pass them
 * by.
 */
final class Reseeding extends ClassLoader {

    private static final String ROOT = "dev.warroom.";
    private static final int USUAL_TRIES = 1_000;

    private final String seed;
    private final int times;

    /**
     * @param times how many times as many tries as the test says
     */
    Reseeding(String seed, int times) {
        super(Reseeding.class.getClassLoader());
        this.seed = seed;
        this.times = times;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ROOT)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? defined(name) : known;
        }
    }

    private Class<?> defined(String name) throws ClassNotFoundException {
        try (InputStream in =
                getParent().getResourceAsStream(name.replace('.', '/').concat(".class"))) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = in.readAllBytes();
            byte[] used = name.endsWith("Test") ? reseeded(code) : code;
            return defineClass(name, used, 0, used.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private byte[] reseeded(byte[] code) {
        MethodTransform method =
                (builder, element) ->
                        builder.with(
                                element instanceof RuntimeVisibleAnnotationsAttribute it
                                        ? RuntimeVisibleAnnotationsAttribute.of(
                                                it.annotations().stream()
                                                        .map(this::changed)
                                                        .toList())
                                        : element);
        ClassFile file = ClassFile.of();
        return file.transformClass(
                file.parse(code), ClassTransform.transformingMethods(_ -> true, method));
    }

    private Annotation changed(Annotation annotation) {
        if (!annotation.classSymbol().equals(Property.class.describeConstable().orElseThrow())) {
            return annotation;
        }
        int tries = USUAL_TRIES;
        List<AnnotationElement> elements = new ArrayList<>();
        for (AnnotationElement element : annotation.elements()) {
            if (element.value() instanceof AnnotationValue.OfInt it
                    && element.name().equalsString("tries")) {
                tries = it.intValue();
            } else if (!element.name().equalsString("seed")) {
                elements.add(element);
            }
        }
        elements.add(AnnotationElement.ofInt("tries", tries * times));
        elements.add(AnnotationElement.ofString("seed", seed));
        return Annotation.of(annotation.className(), elements);
    }
}
