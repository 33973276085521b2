package dev.warroom.runbook;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All that a file says, read when somebody looks at what its outline does not tell, and again when
 * it was not looked at for long. Where the file has changed in between, it is what it says now.
 */
final class Whole {

    private final String file;
    private final Supplier<String> markdown;
    private final LastOpened opened;

    /**
     * @param markdown the file's text, asked for each time it is read
     * @param opened keeps what was read
     */
    Whole(String file, Supplier<String> markdown, LastOpened opened) {
        this.file = file;
        this.markdown = markdown;
        this.opened = opened;
    }

    /**
     * What was read.
     *
     * @param letters of the text
     */
    record Read(Library library, int letters) {}

    /** Reads it, whether it is kept or not. */
    Read read() {
        String text = markdown.get();
        return new Read(RunbookReader.read(file, text), text.length());
    }

    /**
     * The sections of a runbook.
     *
     * @param id of the runbook, within its file
     */
    List<Section> sections(String id) {
        return new Afresh<>(() -> runbook(id).map(Runbook::sections).orElseGet(() -> gone(id)));
    }

    /**
     * The words of a runbook before its first section.
     *
     * @param id of the runbook, within its file
     */
    List<String> instructions(String id) {
        return new Afresh<>(() -> runbook(id).map(Runbook::instructions).orElse(List.of()));
    }

    /**
     * What a page mentions.
     *
     * @param place among the pages of the file, counted from 0
     */
    Mentions mentions(int place) {
        List<Page> pages = library().pages();
        return place < pages.size() ? pages.get(place).mentions() : Mentions.NONE;
    }

    /** What is in the file beside its runbooks and pages. */
    FileContents contents() {
        return new FileContents(
                file,
                new Afresh<>(() -> library().links()),
                new Afresh<>(() -> library().headingsOf(file)),
                new Afresh<>(() -> library().problems()));
    }

    private Optional<Runbook> runbook(String id) {
        return library().byId(id);
    }

    private List<Section> gone(String runbook) {
        String words =
                file
                        + " has changed since the list of runbooks was made, and this heading is"
                        + " gone from it, or the file cannot be read any more.";
        return List.of(
                new Section(
                        runbook + "/steps",
                        "",
                        1,
                        Optional.empty(),
                        List.of(words),
                        List.of(),
                        List.of(),
                        List.of(),
                        Mentions.NONE));
    }

    private Library library() {
        return opened.of(this);
    }
}
