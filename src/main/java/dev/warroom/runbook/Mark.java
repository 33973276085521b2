package dev.warroom.runbook;

/** The mark that an entry of a list begins with: a dash, a star, a plus sign, a number. */
final class Mark {

    private Mark() {}

    /** {@code line} without its mark and the blanks around it. */
    static String off(String line) {
        return line.substring(end(line));
    }

    /** {@code line} without its mark and without a box to tick. */
    static String offWithBox(String line) {
        int at = end(line);
        boolean box =
                at > 0
                        && line.length() > at + 3
                        && line.charAt(at) == '['
                        && " xX".indexOf(line.charAt(at + 1)) >= 0
                        && line.charAt(at + 2) == ']'
                        && Blanks.is(line.charAt(at + 3));
        return line.substring(box ? Blanks.end(line, at + 3) : at);
    }

    /** The index behind the mark and its blanks; 0 where there is none. */
    private static int end(String line) {
        int at = Blanks.end(line, 0);
        int from = at;
        while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        String marks = at > from ? ".)" : "-*+";
        boolean marked =
                at + 1 < line.length()
                        && marks.indexOf(line.charAt(at)) >= 0
                        && Blanks.is(line.charAt(at + 1));
        return marked ? Blanks.end(line, at + 1) : 0;
    }
}
