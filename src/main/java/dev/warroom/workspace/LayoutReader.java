package dev.warroom.workspace;

import dev.warroom.layout.Layout;
import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.problem.ProblemsException;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads layouts. {@code layouts/war-room.yaml} explains the format. */
public final class LayoutReader {

    private static final int MOST_FILES = 100;
    private static final String ENDING = ".yaml";

    private LayoutReader() {}

    /** A layout and where it names its fallback. */
    private record Placed(Layout layout, Location fallback) {}

    /**
     * The layout in {@code file}. Whether its fallback exists is not looked at.
     *
     * @throws ProblemsException with everything that is wrong
     */
    public static Layout read(Path file) {
        String start = "Start with one line: pane: checklist.";
        return parse(name(file), file.toString(), ConfigText.read(file, start));
    }

    /**
     * The layout that {@code text} describes.
     *
     * @param name what other layouts call it
     * @param file how problems name it
     * @throws ProblemsException with everything that is wrong
     */
    public static Layout parse(String name, String file, String text) {
        return placed(name, file, text).layout();
    }

    /**
     * All layouts of a folder by name, their fallbacks checked. Without the folder there are none.
     *
     * @throws ProblemsException with everything that is wrong in any of them
     */
    public static Map<String, Layout> readAll(Path folder) {
        Findings findings = new Findings();
        Map<String, Placed> layouts = new TreeMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (Path file : files(folder, findings)) {
            names.add(name(file));
            try {
                layouts.put(
                        name(file), placed(name(file), file.toString(), ConfigText.read(file, "")));
            } catch (ProblemsException e) {
                findings.addAll(e.problems());
            }
        }
        for (Placed placed : layouts.values()) {
            checkFallback(placed, layouts, names, findings);
        }
        findings.throwAny();
        Map<String, Layout> read = new TreeMap<>();
        layouts.forEach((name, placed) -> read.put(name, placed.layout()));
        return read;
    }

    private static Placed placed(String name, String file, String text) {
        Findings findings = new Findings();
        Optional<YamlNode> root = YamlTree.parse(file, text, findings);
        if (root.isEmpty() && findings.none()) {
            findings.error(
                    Location.of(file), "the layout is empty", "Write for example: pane: checklist");
        }
        Optional<Placed> placed =
                root.flatMap(
                        node -> {
                            LayoutNodes nodes = new LayoutNodes(findings);
                            Fields fields = nodes.root(node);
                            Optional<String> fallback = fields.text("fallback", "narrow");
                            return nodes.node(fields)
                                    .map(
                                            it ->
                                                    new Placed(
                                                            new Layout(name, it, fallback),
                                                            fields.valueAt("fallback")));
                        });
        findings.throwAny();
        return placed.orElseThrow();
    }

    private static void checkFallback(
            Placed placed, Map<String, Placed> layouts, Set<String> names, Findings findings) {
        String first = placed.layout().name();
        List<String> way = new ArrayList<>(List.of(first));
        Optional<String> next = placed.layout().fallback();
        if (next.isPresent() && !names.contains(next.get())) {
            findings.error(
                    placed.fallback(),
                    "there is no layout \"" + Shown.of(next.get()) + "\" to fall back to",
                    Spelling.hint(next.get(), names));
            return;
        }
        while (next.isPresent() && layouts.containsKey(next.get())) {
            way.add(next.get());
            if (next.get().equals(first)) {
                findings.error(
                        placed.fallback(),
                        "the fallbacks go round in a circle: " + String.join(" -> ", way),
                        "Take \"fallback\" out of the smallest of them.");
                return;
            }
            if (way.size() > layouts.size() + 1) {
                // It leads into a circle it is not part of; that one is told where it is.
                return;
            }
            next = layouts.get(next.get()).layout().fallback();
        }
    }

    private static List<Path> files(Path folder, Findings findings) {
        List<Path> files = new ArrayList<>();
        if (!Files.exists(folder)) {
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : found) {
                if (files.size() == MOST_FILES) {
                    String many = "there are more than " + MOST_FILES + " layouts";
                    findings.add(
                            Problem.error(
                                    Location.of(folder.toString()),
                                    many,
                                    "Take out what is not used."));
                    break;
                }
                files.add(file);
            }
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            findings.error(
                    Location.of(folder.toString()),
                    "the folder of layouts cannot be read: " + e.getMessage(),
                    "Make it a folder that you can read.");
        }
        files.sort(null);
        return files;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
