package dev.warroom.workspace;

import dev.warroom.policy.Policy;
import dev.warroom.policy.Probe;
import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code warroom.yaml}. */
public final class WorkspaceReader {

    /** The file's name in the workspace. */
    public static final String FILE = "warroom.yaml";

    private static final List<String> KEYS =
            Stream.concat(
                            Stream.of(
                                    "service",
                                    LogsReader.KEY,
                                    "probes",
                                    "targets",
                                    "blast-radius",
                                    "severities",
                                    SecretsReader.KEY,
                                    StepRulesReader.KEY,
                                    RoomReader.KEY),
                            RulesReader.KEYS.stream())
                    .toList();
    private static final String START =
            "Start with one line, such as: service: render-api. Or name the folder that has a "
                    + FILE
                    + " with --workspace.";

    private WorkspaceReader() {}

    /**
     * The workspace in {@code folder}; an empty file means the usual policy.
     *
     * @throws ProblemsException with everything that is wrong
     */
    public static Workspace read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ProblemsException(
                    Problem.error(
                            Location.of(folder.toString()),
                            Files.exists(folder)
                                    ? "the workspace is not a folder"
                                    : "the workspace folder does not exist",
                            "Name the folder that has a " + FILE + " with --workspace."));
        }
        Path file = folder.resolve(FILE);
        Policy policy = policy(file.toString(), ConfigText.read(file, START));
        return new Workspace(folder, policy.with(TemplateFiles.read(folder)));
    }

    /**
     * What {@code text} says.
     *
     * @param file how problems name it
     * @throws ProblemsException with everything that is wrong
     */
    static Policy policy(String file, String text) {
        Findings findings = new Findings();
        Optional<YamlNode> root = YamlTree.parse(file, text, findings);
        if (root.isEmpty() || root.get().isNothing()) {
            findings.throwAny();
            return Policy.usual();
        }
        Fields fields = Fields.of(root.get(), FILE, KEYS, findings);
        List<Probe> probes =
                new ProbeReader(findings)
                        .read(
                                fields.list(
                                        "probes",
                                        ProbeReader.MOST,
                                        "[{name: db, tcp: \"db.internal:5432\"}]"));
        ResponseReader responses = new ResponseReader(findings);
        Policy policy =
                new Policy(
                        fields.text("service", "render-api").orElse(""),
                        new LogsReader(findings).read(fields),
                        probes,
                        fields.node("severities")
                                .filter(node -> !node.isNothing())
                                .map(responses::read)
                                .orElse(Policy.USUAL_RESPONSES),
                        new RulesReader(findings).read(fields, probes, responses.phases()),
                        new TargetReader(findings).read(fields),
                        new SecretsReader(findings).read(fields),
                        new StepRulesReader(findings).read(fields),
                        new RoomReader(findings).read(fields));
        findings.throwAny();
        return policy;
    }
}
