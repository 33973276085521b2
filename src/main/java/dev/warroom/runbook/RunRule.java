package dev.warroom.runbook;

import dev.warroom.runbook.ShellUnit.Kind;

import java.util.List;

/**
 * Rule: which code blocks run, and which are only shown. The label says so where there is one, and
 * the content where there is none or where it plainly says otherwise.
 */
final class RunRule {

    private RunRule() {}

    /**
     * @param units of the block, as if it were shell
     */
    static boolean runs(Block.Code code, List<ShellUnit> units) {
        if (code.lines().stream().allMatch(String::isBlank)
                || NotShell.isForAnother(first(code.lines()))
                || Templates.areContacts(code.lines())) {
            return false;
        }
        return switch (Label.of(code.label())) {
            case SHELL, SESSION -> Evidence.of(units).allows();
            case NONE -> Evidence.of(units).suggests(code.introduction());
            case DATA -> Evidence.of(units).demands();
            case OTHER -> false;
        };
    }

    /** Whether a block of this label may run at all, so that cutting it is worth its time. */
    static boolean mayRun(Block.Code code) {
        return Label.of(code.label()) != Label.OTHER;
    }

    /** Whether a label says shell, and nothing explains why it should not run. */
    static boolean misleads(Block.Code code) {
        return Label.isShell(code.label())
                && !NotShell.isForAnother(first(code.lines()))
                && !Templates.areContacts(code.lines());
    }

    /** Whether no other interpreter is named. */
    static boolean isForShell(Attributes attributes) {
        return attributes
                .interpreter()
                .map(it -> it.replaceFirst("\\s.*", "").replaceFirst(".*/", ""))
                .map(it -> it.matches("(?:ba|z|k|da|a)?sh"))
                .orElse(true);
    }

    private static String first(List<String> lines) {
        return lines.isEmpty() ? "" : lines.getFirst();
    }

    /** How many commands of a block look like what. */
    private record Evidence(int commands, int possible, int foreign, LineLooks first, boolean prompted) {

        static Evidence of(List<ShellUnit> units) {
            int commands = 0;
            int possible = 0;
            int foreign = 0;
            LineLooks first = null;
            boolean prompted = false;
            for (ShellUnit unit : units) {
                LineLooks looks =
                        switch (unit.kind()) {
                            case COMMAND -> LineLooks.of(unit.first());
                            case SHOWN -> unit.output() ? null : LineLooks.FOREIGN;
                            case COMMENT, NOTE, BLANK -> null;
                        };
                prompted |= unit.kind() == Kind.SHOWN && unit.output();
                if (looks == null) {
                    continue;
                }
                first = first == null ? looks : first;
                switch (looks) {
                    case COMMAND -> commands++;
                    case POSSIBLE -> possible++;
                    case FOREIGN -> foreign++;
                }
            }
            return new Evidence(commands, possible, foreign, first, prompted);
        }

        /** For a block that is said to be shell; one of comments alone holds what to do. */
        boolean allows() {
            return commands > 0 || possible >= foreign;
        }

        /** For a block of which nothing is said. */
        boolean suggests(Introduction introduction) {
            if (first == null || first == LineLooks.FOREIGN || introduction == Introduction.SHOWS && !prompted && commands <= foreign) {
                return false;
            }
            return first == LineLooks.COMMAND
                    ? commands > foreign
                    : commands > 0 && commands >= possible && foreign == 0
                            || introduction == Introduction.RUNS && foreign == 0;
        }

        /** For a block that is said to be something else. */
        boolean demands() {
            return commands > 0 && possible == 0 && foreign == 0;
        }
    }
}
