package dev.warroom.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What breaks in a drill. Each has one folder of resources that holds its texts and its files. */
public enum Scenario {
    /** A release whose query names a column that the table does not have. */
    BAD_RELEASE("bad-release"),
    /** The service does not start, because something else listens on its port. */
    PORT_TAKEN("port-taken"),
    /** The database does not run. */
    DATABASE_STOPPED("database-stopped"),
    /** A release that forgets to give connections back. */
    POOL_EXHAUSTED("pool-exhausted"),
    /** A release that keeps memory until there is none left. */
    MEMORY_LEAK("memory-leak"),
    /** A release whose query reads every row. */
    SLOW_QUERIES("slow-queries"),
    /** A release that fills the service's disk. */
    FULL_DISK("full-disk"),
    /** The certificate that clients see has expired. */
    EXPIRED_CERTIFICATE("expired-certificate"),
    /** A release that logs every step of every request. */
    LOG_FLOOD("log-flood");

    private static final String SHARED = "shared";

    /** What every scenario's workspace has, unless the scenario brings another of the same name. */
    private static final List<String> SHARED_FILES =
            List.of(
                    "store/render_jobs.schema",
                    "releases/1.4.0/release.properties",
                    "releases/1.4.0/queries/jobs-ahead.query",
                    "releases/1.4.0/queries/list-jobs.query",
                    "releases/1.4.1/release.properties",
                    "releases/1.4.1/queries/jobs-ahead.query",
                    "releases/1.4.1/queries/list-jobs.query");

    private final String folder;

    Scenario(String folder) {
        this.folder = folder;
    }

    /** How the production begins. */
    enum Beginning {
        /** Everything runs. */
        SERVICE,
        /** Everything ran, and then the database stopped. */
        DATABASE_STOPPED,
        /** The service could not start. */
        PORT_TAKEN,
        /** Everything runs, and is reached by TLS too, with a certificate that has expired. */
        CERTIFICATE_EXPIRED
    }

    /** Its name on the command line: {@code bad-release}. */
    public String key() {
        return folder;
    }

    /** The scenario of this name, as {@link #key} writes it. */
    public static Optional<Scenario> named(String key) {
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }

    /** What is broken, in one sentence: it gives the answer away. */
    public String summary() {
        return text("summary");
    }

    /** What somebody sees, as it would be typed into the search for a runbook. */
    public String symptom() {
        return text("symptom");
    }

    /** What would have led to the cure soonest, in one or two sentences. */
    public String quicker() {
        return text("quicker");
    }

    /** What makes it worse, or only seems to help. */
    public String worse() {
        return text("worse");
    }

    /**
     * What the scripted operator does, as a runbook in Markdown: at first what makes it worse or
     * only seems to help, and then the cure. Each step ends well only where it does what it says.
     */
    public String operator() {
        try (InputStream in = open("operator.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the service says of itself once it has broken; empty where it does not run at all. */
    Optional<String> fails() {
        return Optional.of(text("fails")).filter(words -> !words.isEmpty());
    }

    Beginning begins() {
        return Beginning.valueOf(text("begins").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The incident's title, one line: {@code render-api answers 5xx since release 1.4.2}. */
    public String title() {
        return text("title");
    }

    /** The name of its severity, {@code P1} to {@code P4}. */
    public String severity() {
        return text("severity");
    }

    /** The title of the runbook that leads through it, exactly as in the runbook's heading. */
    public String runbookTitle() {
        return text("runbook");
    }

    /** What was deployed, oldest first; the last one runs when the drill begins. */
    List<Deployment> deployments() {
        return list("deployments").stream().map(Deployment::parse).toList();
    }

    /** The files of the workspace that belong to the scenario, by their path in it. */
    List<String> files() {
        return Stream.concat(SHARED_FILES.stream(), list("files").stream()).toList();
    }

    /**
     * Opens one of {@link #files()}.
     *
     * @throws IOException where the product was packaged without it
     */
    InputStream open(String file) throws IOException {
        String place = SHARED_FILES.contains(file) ? SHARED : folder;
        InputStream in = Scenario.class.getResourceAsStream(place + "/" + file);
        if (in == null) {
            throw new IOException("the drill " + folder + " is packaged without " + file);
        }
        return in;
    }

    private List<String> list(String key) {
        return Arrays.stream(text(key).split(",")).map(String::strip).toList();
    }

    private String text(String key) {
        var properties = new Properties();
        try (var in = new InputStreamReader(open("scenario.properties"), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = properties.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("scenario.properties of " + folder + " lacks " + key);
        }
        return text;
    }
}
