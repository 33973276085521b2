package dev.warroom.runbook;

import dev.warroom.problem.Problem;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Cuts the code blocks of a file, each once, and tells which of them run. */
final class CodeReader {

    private record Read(
            List<ShellUnit> units, List<Finding> findings, boolean runs, Attributes attributes) {}

    private static final Read SHOWN = new Read(List.of(), List.of(), false, Attributes.NONE);

    private final String file;
    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private final Map<Block.Code, Read> known = new IdentityHashMap<>();
    private final Map<Block.Code, Boolean> told = new IdentityHashMap<>();

    /**
     * @param vocabulary commands that are known in the file
     * @param problems grows by what looks wrong in the blocks that are used
     */
    CodeReader(String file, Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.file = file;
        this.problems = problems;
    }

    /** Whether {@code code} is a command, or several. */
    boolean runs(Block.Code code) {
        return !known.containsKey(code) && RunRule.surelyRuns(code) || of(code).runs();
    }

    /** What a block that runs consists of. */
    List<ShellUnit> units(Block.Code code) {
        Read read = of(code);
        if (told.put(code, true) == null) {
            read.findings().forEach(finding -> problems.add(finding.in(file)));
        }
        return read.units();
    }

    /** What stands behind its fence. */
    Attributes attributes(Block.Code code) {
        return of(code).attributes();
    }

    private Read of(Block.Code code) {
        Read read = known.get(code);
        if (read == null) {
            read = read(code);
            known.put(code, read);
        }
        return read;
    }

    private Read read(Block.Code written) {
        if (!RunRule.mayRun(written)) {
            return SHOWN;
        }
        List<Finding> findings = new ArrayList<>();
        Block.Code code = OptionInBrackets.mended(SlashRemarks.mended(written, findings), findings);
        List<ShellLine> lines = Prompts.read(code);
        if (vocabulary.isExplained(code)) {
            lines = lines.stream().map(ShellLine::asTyped).toList();
        }
        List<ShellUnit> units = ShellUnits.of(lines, findings);
        Attributes attributes = FenceInfo.of(code.line() - 1, code.info(), findings);
        if (attributes.ignore()) {
            return SHOWN;
        }
        boolean runs = RunRule.runs(code, units, vocabulary) && RunRule.isForShell(attributes);
        Label label = Label.of(code.label());
        boolean announced =
                !runs && label != Label.NONE && code.introduction() == Introduction.PRINTS;
        if (!runs
                && !announced
                && RunRule.misleads(code)
                && units.stream().anyMatch(CodeReader::isWords)) {
            problems.add(
                    new Finding(
                                    code.line(),
                                    "this block is labelled "
                                            + code.label()
                                            + " and does not read as shell; it is shown, not run",
                                    "Label it as what it is: text, yaml, sql, …")
                            .in(file));
        } else if (runs && (label == Label.DATA || label == Label.OTHER)) {
            findings.add(
                    new Finding(
                            code.line(),
                            "this block is labelled "
                                    + code.label()
                                    + " and reads as shell commands; it is offered to run",
                            "Label it bash, or as text where it must not run."));
        }
        return new Read(units, findings, runs, attributes);
    }

    private static boolean isWords(ShellUnit unit) {
        return unit.kind() == ShellUnit.Kind.SHOWN;
    }
}
