package dev.warroom.runbook;

import java.util.Arrays;
import java.util.List;

/**
 * The lines of a file without those in its plain code blocks, which are the half of many files and
 * mean nothing to Markdown: the parser is given their fences only. A block is plain where its
 * fences stand at the beginning of their lines, so that no list or quotation takes from them.
 */
final class FoldedCode {

    private static final String RULE = "***";

    /** Index of the opening and of the closing fence of each block, one behind the other. */
    private int[] fences = new int[16];

    private int count;

    /** For each line that is left, its index among all. */
    private int[] left = new int[0];

    /** Takes in a block; those that it stands behind are known already. */
    void add(int opening, int closing) {
        if (count == fences.length) {
            fences = Arrays.copyOf(fences, count * 2);
        }
        fences[count++] = opening;
        fences[count++] = closing;
    }

    /** How many blocks there are. */
    int blocks() {
        return count / 2;
    }

    /**
     * What is left of {@code lines} for the parser, joined by line feeds.
     *
     * @param plain stretches that it need not read, each of which has a rule across the page in its
     *     place, to which its first line is given
     */
    String textOf(List<String> lines, List<PlainStretches.Stretch> plain) {
        left = new int[lines.size()];
        StringBuilder text = new StringBuilder();
        int kept = 0;
        int fence = 0;
        int stretch = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (stretch < plain.size() && plain.get(stretch).from() == i) {
                int end = plain.get(stretch++).to();
                left[kept++] = i;
                text.append(RULE).append('\n');
                while (fence < count && fences[fence] < end) {
                    fence += 2;
                }
                i = end - 1;
                continue;
            }
            if (fence < count && i > fences[fence]) {
                i = fences[fence + 1];
                fence += 2;
            }
            if (isGap(lines, i, fence, kept)) {
                continue;
            }
            left[kept++] = i;
            text.append(lines.get(i)).append('\n');
        }
        left = Arrays.copyOf(left, kept);
        text.setLength(Math.max(0, text.length() - 1));
        return text.toString();
    }

    /**
     * Whether a line is blank and stands between a block and what is around it: the fence parts
     * them already. HTML goes on up to a blank line, and code in a list that nothing closes has it.
     */
    private boolean isGap(List<String> lines, int line, int fence, int kept) {
        if (!lines.get(line).isEmpty()) {
            return false;
        }
        boolean behind = fence > 0 && line == fences[fence - 1] + 1;
        boolean before = fence < count && line + 1 == fences[fence];
        return behind || before && kept > 0 && endsWords(lines.get(left[kept - 1]));
    }

    /** Whether nothing can go on behind a line that takes the blank one with it. */
    private static boolean endsWords(String line) {
        char first = line.isEmpty() ? ' ' : line.charAt(0);
        return first != '<'
                && first != ' '
                && first != '\t'
                && !line.contains("```")
                && !line.contains("~~~");
    }

    /**
     * The index among all lines.
     *
     * @param index among those that are left
     */
    int among(int index) {
        return left.length == 0 ? 0 : left[Math.min(index, left.length - 1)];
    }

    /** Where the block ends that begins at {@code opening}, an index among all; -1 for none. */
    int closing(int opening) {
        int low = 0;
        int high = count / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = fences[2 * middle];
            if (found == opening) {
                return fences[2 * middle + 1];
            }
            low = found < opening ? middle + 1 : low;
            high = found < opening ? high : middle - 1;
        }
        return -1;
    }
}
