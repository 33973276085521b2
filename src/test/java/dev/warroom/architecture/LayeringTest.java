package dev.warroom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import dev.warroom.view.CellWidth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the table of packages: which may use which, and which libraries appear where. */
class LayeringTest {

    private static final String ROOT = "dev.warroom.";

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.warroom");

    static Stream<String> packages() {
        return PackageTable.MAY_USE.keySet().stream();
    }

    @Test
    void everyPackageIsInTheTable() {
        Set<String> found =
                CLASSES.stream()
                        .map(LayeringTest::part)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(PackageTable.MAY_USE.keySet());
        known.add("cli");

        assertThat(found).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesOnlyWhatTheTableAllows(String name) {
        String[] others =
                Stream.concat(PackageTable.MAY_USE.keySet().stream(), Stream.of("cli"))
                        .filter(it -> !it.equals(name) && !it.equals("text"))
                        .filter(it -> !PackageTable.MAY_USE.get(name).contains(it))
                        .map(LayeringTest::in)
                        .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("dev.warroom.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void lanternaIsOnlyInTheTerminal() {
        only("com.googlecode.lanterna..", resideInAnyPackage(in("terminal")));
    }

    @Test
    void jlineIsOnlyInTheTerminalAndWhereWidthsAndSlipsAreMeasured() {
        only(
                "org.jline..",
                resideInAnyPackage(in("terminal"))
                        .or(describe("CellWidth", it -> it.isEquivalentTo(CellWidth.class)))
                        .or(describe("Likeness", it -> it.getName().endsWith("search.Likeness"))));
    }

    @Test
    void natsIsOnlyWhereARoomIsShared() {
        only("io.nats..", resideInAnyPackage(in("share")));
    }

    @Test
    void jacksonIsOnlyWhereFilesAreReadAndWritten() {
        only(
                "tools.jackson..",
                resideInAnyPackage(in("journal"), in("workspace"), in("health"), in("cli")));
    }

    @Test
    void onlyTheProcessPackageStartsProcessesAndTheDrillItsOwn() {
        only("org.apache.commons.exec..", resideInAnyPackage(in("process")));
        noClasses()
                .that()
                .resideOutsideOfPackages(in("process"), in("drill"))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .callMethodWhere(
                        describe(
                                "Runtime.exec",
                                (JavaCall<?> it) ->
                                        it.getTargetOwner().isEquivalentTo(Runtime.class)
                                                && it.getName().equals("exec")))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandsAndTheDrillLookAtTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackages(in("cli"), in("drill"))
                .should()
                .callMethodWhere(describe("looks at the clock", LayeringTest::looksAtTheClock))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "problem",
                "incident",
                "runbook",
                "policy",
                "layout",
                "history",
                "figures",
                "room",
                "search",
                "shell",
                "danger",
                "keys",
                "view",
                "text"
            })
    void aPurePackageTouchesNothingOutside(String name) {
        classes()
                .that()
                .resideInAPackage(in(name))
                .should()
                .onlyDependOnClassesThat(harmless())
                .check(CLASSES);
    }

    /** The rules above would hold too if they saw nothing; this shows that they see. */
    @Test
    void theRulesSeeWhatTheyForbid() {
        assertThat(CLASSES.get(CellWidth.class).getDirectDependenciesFromSelf())
                .anyMatch(it -> it.getTargetClass().getPackageName().startsWith("org.jline"));
        assertThat(
                        CLASSES.stream()
                                .filter(it -> part(it).equals("cli"))
                                .flatMap(it -> it.getMethodCallsFromSelf().stream()))
                .anyMatch(LayeringTest::looksAtTheClock);
    }

    private static void only(String library, DescribedPredicate<JavaClass> place) {
        noClasses()
                .that(not(place))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static boolean looksAtTheClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        String method = call.getName();
        boolean now = method.equals("now") && owner.getPackageName().equals("java.time");
        boolean withoutAClock = call.getTarget().getRawParameterTypes().isEmpty();
        return now && (withoutAClock || !owner.isEquivalentTo(Instant.class))
                || owner.isEquivalentTo(System.class) && method.equals("currentTimeMillis")
                || owner.isEquivalentTo(Clock.class)
                        && (method.startsWith("system") || method.startsWith("tick"))
                || owner.isEquivalentTo(InstantSource.class) && method.equals("system");
    }

    /** Values and pure functions: no files, no sockets, no threads, no clock. */
    private static DescribedPredicate<JavaClass> harmless() {
        DescribedPredicate<JavaClass> pure =
                resideInAnyPackage(
                        "java.lang",
                        "java.lang.annotation",
                        "java.lang.invoke",
                        "java.lang.runtime",
                        "java.util",
                        "java.util.function",
                        "java.util.regex",
                        "java.util.stream",
                        "java.text",
                        "java.time..",
                        "java.nio.charset",
                        "java.math",
                        "org.commonmark..",
                        "org.pcollections..",
                        "org.dmfs..",
                        "com.github.difflib..",
                        "dev.warroom..");
        Set<String> apart =
                Set.of(
                        "java.net.URI",
                        "java.net.URLDecoder",
                        "java.nio.ByteBuffer",
                        "java.nio.CharBuffer",
                        "java.io.Serializable",
                        "java.security.MessageDigest",
                        "java.security.NoSuchAlgorithmException",
                        "java.io.PrintStream",
                        "org.jline.utils.Levenshtein",
                        "org.jline.utils.WCWidth");
        Set<String> never =
                Set.of(
                        "java.lang.Thread",
                        "java.lang.Process",
                        "java.lang.ProcessBuilder",
                        "java.lang.ProcessHandle",
                        "java.lang.Runtime",
                        "java.lang.ThreadLocal",
                        "java.time.Clock",
                        "java.time.InstantSource",
                        "java.util.Timer",
                        "java.util.Random",
                        "java.util.UUID",
                        "java.util.Scanner");
        return describe(
                "without a side effect",
                it -> {
                    JavaClass kind = it.getBaseComponentType();
                    return kind.isPrimitive()
                            || apart.contains(kind.getName())
                            || pure.test(kind) && !never.contains(kind.getName());
                });
    }

    private static String part(JavaClass it) {
        return it.getPackageName().substring(ROOT.length()).split("\\.")[0];
    }

    private static String in(String name) {
        return ROOT + name + "..";
    }
}
