package dev.warroom.journal;

/** Text as a journal keeps it: valid, and bounded by its size on disk. */
final class StoredText {

    /** The most bytes that one text takes in a line, escapes counted. */
    static final int LIMIT = 1 << 20;

    private static final int MARK = 64;
    private static final int WORST_BYTES_A_CHAR = 6;

    private StoredText() {}

    /**
     * {@code text} with halves of surrogate pairs replaced, and cut with a mark where it would take
     * more than {@link #LIMIT} bytes.
     */
    static String of(String text) {
        String whole = wellFormed(text);
        if (whole.length() * (long) WORST_BYTES_A_CHAR <= LIMIT) {
            return whole;
        }
        int bytes = 0;
        int cut = 0;
        for (int i = 0; i < whole.length(); ) {
            int code = whole.codePointAt(i);
            bytes += stored(code);
            if (bytes > LIMIT) {
                return whole.substring(0, cut)
                        + " [cut here, "
                        + (whole.length() - cut)
                        + " more characters]";
            }
            i += Character.charCount(code);
            if (bytes <= LIMIT - MARK) {
                cut = i;
            }
        }
        return whole;
    }

    private static int stored(int code) {
        if (code < 0x20) {
            return WORST_BYTES_A_CHAR;
        }
        if (code == '"' || code == '\\') {
            return 2;
        }
        return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    }

    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(code -> code >= 0xD800 && code <= 0xDFFF ? 0xFFFD : code)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }
}
