package dev.warroom.workspace;

import dev.warroom.problem.Location;
import dev.warroom.problem.Problem;
import dev.warroom.runbook.PageFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Finds and reads the Markdown below {@code runbooks/}, through symbolic links too. Names that
 * begin with a dot are passed over. What cannot be read stands in the answer with its problem, so
 * that nothing is missing without a word.
 */
public final class RunbookFiles {

    /** The folder's name in the workspace. */
    public static final String FOLDER = "runbooks";

    static final int MOST_FILES = 5_000;
    static final int MOST_VISITED = 50_000;
    static final int LONGEST = 10 << 20;
    static final long MOST_BYTES = 96L << 20;
    private static final int DEEPEST = 32;

    private final Path workspace;
    private final TreeMap<String, Path> found = new TreeMap<>();
    private final List<RunbookFile> troubles = new ArrayList<>();
    private int visited;

    private final Path folder;

    private RunbookFiles(Path workspace, Path folder) {
        this.workspace = workspace;
        this.folder = folder;
    }

    /**
     * All runbooks of a workspace, by name.
     *
     * @param workspace the folder that has a folder {@code runbooks}
     */
    public static List<RunbookFile> read(Path workspace) {
        return new RunbookFiles(workspace, workspace.resolve(FOLDER)).read();
    }

    /** All Markdown below {@code folder}, named as that was given, one file at a time. */
    public static void eachIn(Path folder, Consumer<RunbookFile> use) {
        new RunbookFiles(null, folder).read(use);
    }

    /**
     * All runbooks of a workspace, by name, one at a time, so that they are not all kept.
     *
     * @param workspace the folder that has a folder {@code runbooks}
     */
    public static void each(Path workspace, Consumer<RunbookFile> use) {
        new RunbookFiles(workspace, workspace.resolve(FOLDER)).read(use);
    }

    /** The names of all Markdown below {@code folder}, which need not be there. */
    public static List<String> namesIn(Path folder) {
        RunbookFiles files = new RunbookFiles(null, folder);
        if (Files.isDirectory(folder)) {
            files.find();
        }
        return List.copyOf(files.found.keySet());
    }

    /** Whether a file of this name is one; those that begin with a dot are passed over. */
    public static boolean isMarkdown(String name) {
        return PageFile.isMarkdown(name) && !name.startsWith(".");
    }

    private List<RunbookFile> read() {
        List<RunbookFile> files = new ArrayList<>();
        read(files::add);
        return files;
    }

    private void read(Consumer<RunbookFile> use) {
        if (!Files.isDirectory(folder)) {
            trouble(folder, "there is no such folder", "Make it, and put Markdown files into it.");
        } else {
            find();
        }
        Iterator<RunbookFile> unreadable =
                troubles.stream().sorted(Comparator.comparing(RunbookFile::name)).iterator();
        RunbookFile trouble = unreadable.hasNext() ? unreadable.next() : null;
        long bytes = 0;
        for (var entry : found.entrySet()) {
            while (trouble != null && trouble.name().compareTo(entry.getKey()) <= 0) {
                use.accept(trouble);
                trouble = unreadable.hasNext() ? unreadable.next() : null;
            }
            RunbookFile file = file(entry.getKey(), entry.getValue(), bytes);
            bytes += file.text().length();
            use.accept(file);
        }
        if (trouble != null) {
            use.accept(trouble);
        }
        unreadable.forEachRemaining(use);
    }

    private void find() {
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor());
        } catch (IOException e) {
            trouble(folder, "it cannot be read: " + e.getMessage(), "Check its owner and mode.");
        }
    }

    /**
     * The text of one of a workspace's runbooks once more; empty where it cannot be read any more.
     *
     * @param name as the workspace names it
     */
    public static String textAgain(Path workspace, String name) {
        return file(name, workspace.resolve(name), 0).text();
    }

    /** One file, wherever it is; it is named as it was given. */
    public static RunbookFile readFile(Path path) {
        return file(path.toString(), path, 0);
    }

    private static RunbookFile file(String name, Path path, long bytesBefore) {
        if (bytesBefore > MOST_BYTES) {
            String many = "not read: the files before it have " + MOST_BYTES + " bytes already";
            return failed(name, many, "Move files that are no runbooks elsewhere.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                return failed(name, "the file is longer than " + LONGEST + " bytes", "Split it.");
            }
            return RunbookText.decode(name, bytes);
        } catch (IOException e) {
            return failed(name, "the file cannot be read", "Check its owner and mode.");
        }
    }

    static RunbookFile failed(String name, String message, String hint) {
        return new RunbookFile(
                name, "", Optional.of(Problem.error(Location.of(name), message, hint)));
    }

    private void trouble(Path path, String message, String hint) {
        if (troubles.size() < Findings.MOST) {
            troubles.add(failed(name(path), message, hint));
        }
    }

    private String name(Path path) {
        Path name = workspace == null ? path : workspace.relativize(path);
        return name.normalize().toString().replace('\\', '/');
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return !inner.equals(folder) && inner.getFileName().toString().startsWith(".")
                    ? FileVisitResult.SKIP_SUBTREE
                    : counted();
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isMarkdown(file.getFileName().toString())) {
                return counted();
            }
            if (attributes.isDirectory()) {
                trouble(file, "it is deeper than " + DEEPEST + " folders", "Move it up.");
            } else if (!attributes.isRegularFile()) {
                trouble(file, "it is not a regular file", "Put a Markdown file in its place.");
            } else if (found.size() == MOST_FILES) {
                trouble(
                        RunbookFiles.this.folder,
                        "there are more than "
                                + MOST_FILES
                                + " Markdown files; the rest is left out",
                        "Move files that are no runbooks elsewhere.");
                return FileVisitResult.TERMINATE;
            } else {
                found.put(name(file), file);
            }
            return counted();
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException error) {
            if (error instanceof FileSystemLoopException) {
                trouble(file, "this link leads back into its own folder", "Take the link out.");
            } else if (!file.getFileName().toString().startsWith(".")) {
                trouble(file, "it cannot be read", "Check its owner and mode.");
            }
            return counted();
        }

        private FileVisitResult counted() {
            if (++visited <= MOST_VISITED) {
                return FileVisitResult.CONTINUE;
            }
            trouble(
                    RunbookFiles.this.folder,
                    "there are more than " + MOST_VISITED + " files; the rest is left out",
                    "Move what is no runbook elsewhere.");
            return FileVisitResult.TERMINATE;
        }
    }
}
