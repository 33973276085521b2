package dev.warroom.runbook;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** The signposts of a runbook, kept small: in a large library there are hundreds of thousands. */
final class Signposts extends AbstractList<Signpost> {

    private static final Signpost.Kind[] KINDS = Signpost.Kind.values();

    private final List<String> texts;
    private final byte[] kinds;

    private Signposts(List<Signpost> signposts) {
        List<String> each = new ArrayList<>(signposts.size());
        kinds = new byte[signposts.size()];
        for (int i = 0; i < kinds.length; i++) {
            each.add(signposts.get(i).text());
            kinds[i] = (byte) signposts.get(i).kind().ordinal();
        }
        texts = PackedLines.of(each);
    }

    /** A list of the same that nobody changes. */
    static List<Signpost> of(List<Signpost> signposts) {
        return signposts instanceof Signposts ? signposts : new Signposts(signposts);
    }

    @Override
    public Signpost get(int index) {
        return new Signpost(KINDS[kinds[index]], texts.get(index));
    }

    @Override
    public int size() {
        return kinds.length;
    }
}
