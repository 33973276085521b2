package dev.warroom.health;

/** Words of a POSIX shell. */
final class Quoted {

    private Quoted() {}

    /** {@code text} as one word that the shell reads as it stands. */
    static String of(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The same, with the wildcards {@code * ? [ ]} left to the shell. */
    static String glob(String text) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean plain =
                    each >= 'a' && each <= 'z'
                            || each >= 'A' && each <= 'Z'
                            || each >= '0' && each <= '9'
                            || "*?[]/._-".indexOf(each) >= 0;
            word.append(plain ? Character.toString(each) : of(Character.toString(each)));
        }
        return word.toString();
    }
}
