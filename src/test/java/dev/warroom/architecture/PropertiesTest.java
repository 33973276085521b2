package dev.warroom.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import net.jqwik.api.Property;

import org.junit.jupiter.api.Test;

/** What a build finds it finds each time; random seeds are for {@code scripts/dev/fuzz}. */
class PropertiesTest {

    @Test
    void everyPropertyHasAFixedSeed() {
        methods()
                .that()
                .areAnnotatedWith(Property.class)
                .should(
                        new ArchCondition<JavaMethod>("have a seed") {
                            @Override
                            public void check(JavaMethod method, ConditionEvents events) {
                                boolean fixed =
                                        !method.getAnnotationOfType(Property.class)
                                                .seed()
                                                .isEmpty();
                                events.add(
                                        new SimpleConditionEvent(
                                                method,
                                                fixed,
                                                method.getFullName()
                                                        + " has no seed; write @Property(seed ="
                                                        + " \"…\")"));
                            }
                        })
                .check(new ClassFileImporter().importPackages("dev.warroom"));
    }
}
