package dev.warroom.runbook;

/** Where a link within the library leads. */
public sealed interface Place {

    /** The file that it is in, as the workspace names it. */
    String file();

    /**
     * @param runbook it leads into
     * @param section it leads to; the first where it names none
     */
    record InRunbook(Runbook runbook, Section section) implements Place {
        @Override
        public String file() {
            return runbook.file();
        }
    }

    /** Text outside of every runbook. */
    record OnPage(Page page) implements Place {
        @Override
        public String file() {
            return page.file();
        }
    }
}
