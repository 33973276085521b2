package dev.warroom.text;

/** What a terminal would do with a character. */
enum CharacterKind {
    /** Draws it. */
    PLAIN,
    /** Draws it over the one before. */
    ZERO_WIDTH,
    /** Obeys it: C0, DEL and C1. */
    CONTROL,
    /** Draws nothing, or draws its neighbours elsewhere. */
    HIDDEN,
    /** Half a character, which no terminal can draw. */
    SURROGATE;

    private static final int JOINER = 0x200D;
    private static final int NON_JOINER = 0x200C;

    static CharacterKind of(int codePoint) {
        if (codePoint < 0x300) {
            boolean control = codePoint < ' ' || (codePoint >= 0x7F && codePoint <= 0x9F);
            return control ? CONTROL : codePoint == 0xAD ? HIDDEN : PLAIN;
        }
        if (codePoint == JOINER || codePoint == NON_JOINER) {
            return ZERO_WIDTH;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> ZERO_WIDTH;
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                    HIDDEN;
            case Character.SURROGATE -> SURROGATE;
            case Character.UNASSIGNED -> invisibleByDefault(codePoint) ? HIDDEN : PLAIN;
            default -> filler(codePoint) ? HIDDEN : PLAIN;
        };
    }

    /** The reserved plane of tags, which terminals draw as nothing. */
    private static boolean invisibleByDefault(int codePoint) {
        return codePoint >= 0xE0000 && codePoint <= 0xE0FFF;
    }

    /** Letters that are blank by design. */
    private static boolean filler(int codePoint) {
        return codePoint == 0x115F
                || codePoint == 0x1160
                || codePoint == 0x3164
                || codePoint == 0xFFA0;
    }
}
