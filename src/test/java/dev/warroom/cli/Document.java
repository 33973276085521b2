package dev.warroom.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page that people read: the README, or one in docs/. Decisions tell of their time, and are not
 * among them.
 */
record Document(Path file, String text) {

    private static final Pattern FENCE =
            Pattern.compile("(?ms)^(`{3,})([^\\n`]*)\\n(.*?)^\\1`*\\s*$");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    /**
     * A fenced block.
     *
     * @param label what stands behind the fence; may be empty
     */
    record Block(String label, String body) {}

    static List<Document> all() {
        try (Stream<Path> pages = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            pages.filter(it -> it.toString().endsWith(".md")).sorted())
                    .map(Document::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document read(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Block> blocks() {
        return FENCE.matcher(text)
                .results()
                .map(it -> new Block(it.group(2).strip(), it.group(3)))
                .toList();
    }

    /** The lines of the blocks for a shell, without what is said about them. */
    List<String> commands() {
        List<String> lines = new ArrayList<>();
        for (Block block : blocks()) {
            if (block.label().equals("sh")) {
                block.body()
                        .replace("\\\n", " ")
                        .lines()
                        .map(line -> line.replaceFirst("(^|\\s+)# .*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /** What stands between backquotes in the text around the blocks. */
    List<String> quoted() {
        return INLINE.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    /** The places on this machine that it leads to, without what stands behind a #. */
    List<Path> links() {
        Path folder = file.toAbsolutePath().getParent();
        return LINK.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .map(it -> it.substring(2, it.length() - 1))
                .filter(it -> !it.contains("://") && !it.startsWith("#"))
                .map(it -> folder.resolve(it.replaceFirst("#.*", "")).normalize())
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
