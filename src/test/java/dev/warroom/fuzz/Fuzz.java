package dev.warroom.fuzz;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import net.jqwik.api.Property;

import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;

/** Tries the properties, round after round, each round with a seed of its own. */
final class Fuzz {

    private static final int TIMES_THE_TRIES = 10;

    private Fuzz() {}

    /**
     * @param args the minutes, after which no round begins; a word that the names of the tests
     *     contain, or nothing; the seed of the only round, or nothing
     */
    static void main(String[] args) throws ClassNotFoundException {
        long end = System.nanoTime() + Duration.ofMinutes(Long.parseLong(args[0])).toNanos();
        List<String> tests = tests(args.length > 1 ? args[1] : "");
        String only = args.length > 2 ? args[2] : "";
        if (tests.isEmpty()) {
            System.err.println("fuzz: no test with properties is named like " + args[1]);
            System.exit(2);
        }
        SecureRandom random = new SecureRandom();
        do {
            String seed = only.isEmpty() ? Long.toString(random.nextLong()) : only;
            TestExecutionSummary summary = round(seed, tests);
            System.out.printf(
                    "seed %s: %d properties hold, %d do not%n",
                    seed, summary.getTestsSucceededCount(), summary.getTotalFailureCount());
            if (summary.getTotalFailureCount() > 0) {
                summary.printFailuresTo(new PrintWriter(System.out), 12);
                System.exit(1);
            }
        } while (only.isEmpty() && System.nanoTime() < end);
    }

    private static List<String> tests(String word) {
        return new ClassFileImporter()
                .importPackages("dev.warroom").stream()
                        .filter(
                                it ->
                                        it.getMethods().stream()
                                                .anyMatch(
                                                        method ->
                                                                method.isAnnotatedWith(
                                                                        Property.class)))
                        .map(JavaClass::getName)
                        .filter(name -> name.contains(word))
                        .sorted()
                        .toList();
    }

    private static TestExecutionSummary round(String seed, List<String> tests)
            throws ClassNotFoundException {
        Reseeding loader = new Reseeding(seed, TIMES_THE_TRIES);
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request()
                        .configurationParameter("jqwik.database", "target/fuzz-database");
        for (String test : tests) {
            ClassSelector selector = selectClass(loader.loadClass(test));
            request.selectors(selector);
        }
        LauncherDiscoveryRequest built =
                request.filters(org.junit.platform.launcher.EngineFilter.includeEngines("jqwik"))
                        .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(built, summary);
        return summary.getSummary();
    }
}
