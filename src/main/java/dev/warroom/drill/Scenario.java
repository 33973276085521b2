package dev.warroom.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** What breaks in a drill. Each has one folder of resources that holds its texts and its files. */
public enum Scenario {
    /** A release whose query names a column that the table does not have. */
    BAD_RELEASE("bad-release");

    private final String folder;

    Scenario(String folder) {
        this.folder = folder;
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
        return list("files");
    }

    /**
     * Opens one of {@link #files()}.
     *
     * @throws IOException where the product was packaged without it
     */
    InputStream open(String file) throws IOException {
        InputStream in = Scenario.class.getResourceAsStream(folder + "/" + file);
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
